/** Shows over HTTP what the pipeline makes of a text, for people who debug or evaluate it. */
@NullMarked
package org.groundswell.nlp.analyses;

import org.jspecify.annotations.NullMarked;

/** Tells which language a post is written in. */
@NullMarked
package org.groundswell.nlp.language;

import org.jspecify.annotations.NullMarked;

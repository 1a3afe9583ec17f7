/** Tells whether a post speaks of what will be, what is, or what has long been. */
@NullMarked
package org.groundswell.nlp.timing;

import org.jspecify.annotations.NullMarked;

/** Decides what one post comes to: signals, or the reason why there are none. */
@NullMarked
package org.groundswell.nlp.pipeline;

import org.jspecify.annotations.NullMarked;

/** Judges how likely a post speaks of unrest, and of which kind. */
@NullMarked
package org.groundswell.nlp.scoring;

import org.jspecify.annotations.NullMarked;

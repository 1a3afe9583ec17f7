/** Reads posts, finds unrest and its places, writes signals. */
@NullMarked
package org.groundswell.nlp;

import org.jspecify.annotations.NullMarked;

/** Reads {@code groundswell.posts} in batches and writes what they came to, exactly once. */
@NullMarked
package org.groundswell.nlp.intake;

import org.jspecify.annotations.NullMarked;

/** Happenings that make many people write at once: unrest, and what only looks like it. */
@NullMarked
package org.groundswell.sample.surge;

import org.jspecify.annotations.NullMarked;

/** Seeded chance that falls the same way on every machine. */
@NullMarked
package org.groundswell.sample.chance;

import org.jspecify.annotations.NullMarked;

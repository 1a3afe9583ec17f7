/** Writes the simulated week that ships with Groundswell, and says what is true in it. */
@NullMarked
package org.groundswell.sample;

import org.jspecify.annotations.NullMarked;

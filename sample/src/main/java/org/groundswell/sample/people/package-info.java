/** The invented people of the sample, and the real towns they live in. */
@NullMarked
package org.groundswell.sample.people;

import org.jspecify.annotations.NullMarked;

/** Passes alerts on to open pages as they are published. */
@NullMarked
package org.groundswell.dashboard.live;

import org.jspecify.annotations.NullMarked;

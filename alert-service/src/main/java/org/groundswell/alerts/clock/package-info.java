/** Event time: how far the slowest of several streams has come. */
@NullMarked
package org.groundswell.alerts.clock;

import org.jspecify.annotations.NullMarked;

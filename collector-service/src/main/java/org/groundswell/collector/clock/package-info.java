/** Event time: one clock for the stream, fed by the clocks of its sources. */
@NullMarked
package org.groundswell.collector.clock;

import org.jspecify.annotations.NullMarked;

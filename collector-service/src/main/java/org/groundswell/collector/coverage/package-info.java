/**
 * How much of the stream was seen: posts counted by source, minute of event time and language, to
 * be told with the clocks and on a topic of its own.
 */
@NullMarked
package org.groundswell.collector.coverage;

import org.jspecify.annotations.NullMarked;

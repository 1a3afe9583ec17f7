/** Says whether Kafka is there and whether work goes on, to probes and as metrics. */
@NullMarked
package org.groundswell.collector.health;

import org.jspecify.annotations.NullMarked;

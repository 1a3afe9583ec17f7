/**
 * The core that knows no transport: checks posts, hides their authors, gives them their event time
 * and writes them, with the clocks between them, to Kafka. A source is a package that opens a
 * {@link org.groundswell.collector.intake.Door}.
 */
@NullMarked
package org.groundswell.collector.intake;

import org.jspecify.annotations.NullMarked;

/** How far sources have been read, kept in Kafka. */
@NullMarked
package org.groundswell.collector.cursor;

import org.jspecify.annotations.NullMarked;

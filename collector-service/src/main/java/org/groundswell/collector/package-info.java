/** Takes posts from public sources and writes them to Kafka. */
@NullMarked
package org.groundswell.collector;

import org.jspecify.annotations.NullMarked;

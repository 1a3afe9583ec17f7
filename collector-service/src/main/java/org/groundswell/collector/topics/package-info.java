/** The topics that the collector writes: their names, and their creation at start. */
@NullMarked
package org.groundswell.collector.topics;

import org.jspecify.annotations.NullMarked;

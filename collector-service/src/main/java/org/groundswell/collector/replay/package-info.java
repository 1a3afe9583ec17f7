/** Replays a file of posts in the order and at the pace in which they were made. */
@NullMarked
package org.groundswell.collector.replay;

import org.jspecify.annotations.NullMarked;

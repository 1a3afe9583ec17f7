/** Posts from the public stream of Bluesky, as its Jetstream servers tell it. */
@NullMarked
package org.groundswell.collector.bluesky;

import org.jspecify.annotations.NullMarked;

/** Continues the traces of sampled posts: into the state, out of it, and over Kafka. */
@NullMarked
package org.groundswell.alerts.trace;

import org.jspecify.annotations.NullMarked;

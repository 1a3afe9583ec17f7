/** How records look as bytes, in topics and in state stores. */
@NullMarked
package org.groundswell.alerts.wire;

import org.jspecify.annotations.NullMarked;

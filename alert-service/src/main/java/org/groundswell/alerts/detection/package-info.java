/** Judges every place, minute by minute, against what it has learned to expect there. */
@NullMarked
package org.groundswell.alerts.detection;

import org.jspecify.annotations.NullMarked;

/** Tells alerts in the Common Alerting Protocol 1.2 (OASIS). */
@NullMarked
package org.groundswell.dashboard.cap;

import org.jspecify.annotations.NullMarked;

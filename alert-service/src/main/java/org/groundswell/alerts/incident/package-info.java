/** Merges the readings of a country's places into alerts and keeps the alerts' life. */
@NullMarked
package org.groundswell.alerts.incident;

import org.jspecify.annotations.NullMarked;

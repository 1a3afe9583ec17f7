/** Writes the alerts to PostgreSQL, and erases there what was taken back. */
@NullMarked
package org.groundswell.alerts.store;

import org.jspecify.annotations.NullMarked;

/** Finds unusual unrest in the signals, keeps the alerts and writes them to the database. */
@NullMarked
package org.groundswell.alerts;

import org.jspecify.annotations.NullMarked;

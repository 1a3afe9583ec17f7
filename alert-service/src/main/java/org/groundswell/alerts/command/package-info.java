/** What people do with alerts, as the dashboard sends it. */
@NullMarked
package org.groundswell.alerts.command;

import org.jspecify.annotations.NullMarked;

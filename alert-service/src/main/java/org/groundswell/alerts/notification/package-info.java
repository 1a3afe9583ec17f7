/** Tells those who have subscribed to alerts, by webhook, e-mail or Slack, at least once. */
@NullMarked
package org.groundswell.alerts.notification;

import org.jspecify.annotations.NullMarked;

package org.groundswell.alerts.notification;

/** The way that messages take to a subscriber. */
enum Channel {
  WEBHOOK,
  EMAIL,
  SLACK
}

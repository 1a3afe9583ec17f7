package org.groundswell.dashboard.alerts;

import java.util.regex.Pattern;

/** The form of an alert's id. */
final class AlertId {

  private static final Pattern FORM = Pattern.compile("[0-9a-f]{32}");

  private AlertId() {}

  static boolean isOne(String text) {
    return FORM.matcher(text).matches();
  }
}

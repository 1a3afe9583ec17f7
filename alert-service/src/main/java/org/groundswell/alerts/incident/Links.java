package org.groundswell.alerts.incident;

import org.jspecify.annotations.Nullable;

/** Ids of the alerts that an alert belongs together with; see the contract of alerts. */
record Links(
    @Nullable String mergedInto, @Nullable String announcedBy, @Nullable String followedBy) {

  static final Links NONE = new Links(null, null, null);

  Links into(String wider) {
    return new Links(wider, announcedBy, followedBy);
  }

  Links after(String planned) {
    return new Links(mergedInto, planned, followedBy);
  }

  Links before(String ongoing) {
    return new Links(mergedInto, announcedBy, ongoing);
  }
}

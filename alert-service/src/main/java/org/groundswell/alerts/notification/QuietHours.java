package org.groundswell.alerts.notification;

import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import org.groundswell.alerts.incident.Severity;
import org.groundswell.alerts.problems.BadField;
import org.jspecify.annotations.Nullable;

/**
 * Hours of each day in which messages wait, on the clock of a zone.
 *
 * @param from first moment of them
 * @param to first moment after them; earlier than {@code from} when they pass midnight
 * @param breakThrough alerts at least so severe do not wait; null when all do
 */
record QuietHours(LocalTime from, LocalTime to, ZoneId zone, @Nullable Severity breakThrough) {

  QuietHours {
    BadField.unless(from != null, "from", from, "a time of day such as 22:00");
    BadField.unless(to != null, "to", to, "a time of day such as 07:00");
    BadField.unless(zone != null, "zone", zone, "a time zone such as Africa/Lagos");
    BadField.unless(!from.equals(to), "to", to, "another time than from");
  }

  /** Returns when a message that is ready now may go: now, or when the quiet hours end. */
  Instant earliest(Instant now, Severity severity) {
    ZonedDateTime local = now.atZone(zone);
    boolean loud = breakThrough != null && severity.compareTo(breakThrough) >= 0;
    return loud || !covers(local.toLocalTime()) ? now : end(local);
  }

  private boolean covers(LocalTime time) {
    boolean started = !time.isBefore(from);
    boolean unfinished = time.isBefore(to);
    return from.isBefore(to) ? started && unfinished : started || unfinished;
  }

  /** Where clocks are set back the end comes at its second time at most, never before now. */
  private Instant end(ZonedDateTime local) {
    ZonedDateTime today = local.with(to);
    ZonedDateTime end =
        today.isAfter(local) ? today : local.toLocalDate().plusDays(1).atTime(to).atZone(zone);
    return end.toInstant();
  }
}

package org.groundswell.alerts.signals;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Refuses what the contract does not allow, naming field and value. */
final class Checks {

  private static final Instant LATEST = Instant.parse("2200-01-01T00:00:00Z");
  private static final int QUOTED = 100;

  private Checks() {}

  static void that(boolean allowed, String field, @Nullable Object value) {
    if (!allowed) {
      String quoted = String.valueOf(value);
      throw new IllegalArgumentException(
          "%s is not allowed: %s"
              .formatted(field, quoted.substring(0, Math.min(QUOTED, quoted.length()))));
    }
  }

  static void present(String field, @Nullable Object value) {
    if (value == null) {
      throw new IllegalArgumentException(field + " is missing");
    }
  }

  static void text(String field, @Nullable String value, int longest) {
    present(field, value);
    that(value != null && !value.isEmpty() && value.length() <= longest, field, value);
  }

  /** Minutes since 1970 order the state, so earlier times have no place there. */
  static void time(String field, @Nullable Instant value) {
    present(field, value);
    that(value != null && !value.isBefore(Instant.EPOCH) && value.isBefore(LATEST), field, value);
  }

  static void position(double lat, double lon) {
    that(Math.abs(lat) <= 90, "lat", lat);
    that(Math.abs(lon) <= 180, "lon", lon);
  }

  static void share(String field, double value) {
    that(value >= 0 && value <= 1, field, value);
  }

  /** PostgreSQL keeps no NUL in a text. */
  static String withoutNul(String text) {
    return text.indexOf('\0') < 0 ? text : text.replace("\0", "");
  }
}

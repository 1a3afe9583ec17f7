package org.groundswell.dashboard.cap;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.groundswell.dashboard.alerts.EventType;

/** How the protocol writes what this service knows. */
final class CapWords {

  /** The protocol has no Z for UTC, and no fractions of seconds. */
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss'-00:00'", Locale.ROOT)
          .withZone(ZoneOffset.UTC);

  private CapWords() {}

  static String time(Instant instant) {
    return TIME.format(instant);
  }

  /** LIKELY becomes "Likely". */
  static String value(Enum<?> constant) {
    String name = constant.name();
    return name.charAt(0) + name.substring(1).toLowerCase(Locale.ROOT);
  }

  /** PEACEFUL_PROTEST becomes "Peaceful protest". */
  static String phrase(Enum<?> constant) {
    return value(constant).replace('_', ' ');
  }

  /**
   * What stops traffic is transport, what hurts or robs people is security, and what is peaceful is
   * for the safety of the public to know.
   */
  static String category(EventType type) {
    return switch (type) {
      case BLOCKADE -> "Transport";
      case PROTEST_WITH_INTERVENTION,
          EXCESSIVE_FORCE,
          VIOLENT_DEMONSTRATION,
          MOB_VIOLENCE,
          LOOTING ->
          "Security";
      case PEACEFUL_PROTEST, STRIKE, BOYCOTT, HUNGER_STRIKE, OTHER_UNREST -> "Safety";
    };
  }

  /** Whole hours or minutes, such as "1 hour" or "15 minutes". */
  static String duration(Duration window) {
    boolean hours = window.toMinutes() % 60 == 0;
    long count = hours ? window.toHours() : window.toMinutes();
    return "%d %s%s".formatted(count, hours ? "hour" : "minute", count == 1 ? "" : "s");
  }

  /** Cuts a text to so many characters, none of them in half. */
  static String cut(String text, int most) {
    return text.codePointCount(0, text.length()) <= most
        ? text
        : text.substring(0, text.offsetByCodePoints(0, most - 1)) + "…";
  }
}

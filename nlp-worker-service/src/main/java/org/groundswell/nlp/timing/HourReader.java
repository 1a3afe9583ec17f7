package org.groundswell.nlp.timing;

import java.time.LocalTime;
import org.groundswell.nlp.timing.Meaning.Kind;
import org.jspecify.annotations.Nullable;

/** Reads the hour that a sentence names. */
final class HourReader {

  private final TimeParts parts;
  private final HourCount clock;

  HourReader(TimeParts parts, HourCount clock) {
    this.parts = parts;
    this.clock = clock;
  }

  /** Returns the first hour; null when none is named. */
  @Nullable LocalTime read() {
    for (int place = 0; place < parts.count(); place++) {
      LocalTime found = at(place);
      if (found != null) {
        return found;
      }
    }
    return null;
  }

  private @Nullable LocalTime at(int place) {
    int fixed = parts.value(place, Kind.CLOCK);
    if (fixed >= 0) {
      return LocalTime.of(fixed / 60, fixed % 60);
    }
    int hour = Math.max(parts.number(place), parts.value(place, Kind.NUMBER));
    if (hour < 0 || hour > 24 || parts.digits(place) > 2) {
      return null;
    }
    return isMinute(place + 2) && (parts.isMark(place + 1, ':') || isDotted(place))
        ? time(hour, parts.number(place + 2), place, place + 3)
        : bare(hour, place);
  }

  /** Reads an hour without minutes, or with those that follow its mark: 17h30, 18 Uhr 30. */
  private @Nullable LocalTime bare(int hour, int place) {
    if (parts.has(place + 1, Kind.AFTER_HOUR)) {
      int minute = isMinute(place + 2) ? parts.number(place + 2) : 0;
      return time(hour, minute, place, place + 2);
    }
    boolean named =
        parts.has(place + 1, Kind.HOUR_PART)
            || parts.has(place - 1, Kind.BEFORE_SURE_HOUR)
            || (parts.has(place - 1, Kind.BEFORE_HOUR) && ends(place + 1));
    return named ? time(hour, 0, place, place + 1) : null;
  }

  private boolean isMinute(int place) {
    return parts.digits(place) == 2 && parts.number(place) < 60;
  }

  /** Tells 17.30 as an hour: after "at", or before a word for hours. */
  private boolean isDotted(int place) {
    return parts.isMark(place + 1, '.')
        && !parts.isMark(place + 3, '.')
        && (isAfterAt(place)
            || parts.has(place + 3, Kind.AFTER_HOUR)
            || parts.has(place + 3, Kind.HOUR_PART));
  }

  private boolean isAfterAt(int place) {
    return parts.has(place - 1, Kind.BEFORE_HOUR) || parts.has(place - 1, Kind.BEFORE_SURE_HOUR);
  }

  /** Tells whether an hour may end here: a plain word would be what the number counts. */
  private boolean ends(int place) {
    return !parts.isOther(place)
        && !parts.has(place, Kind.MONTH)
        && !parts.isMark(place, '/')
        && !parts.isMark(place, ':');
  }

  private @Nullable LocalTime time(int hour, int minute, int place, int after) {
    if (hour > 12) {
      return LocalTime.of(hour % 24, minute);
    }
    DayPart part = dayPart(after);
    boolean padded = parts.digits(place) == 2 && parts.number(place) < 10;
    int resolved = part == null ? withoutPart(hour, padded) : withPart(hour, part);
    return LocalTime.of(resolved, minute);
  }

  private @Nullable DayPart dayPart(int after) {
    DayPart found = parts.dayPart(after, Kind.HOUR_PART);
    if (found == null) {
      found = parts.dayPart(after - 1, Kind.HOUR_PART);
    }
    for (int place = 0; found == null && place < parts.count(); place++) {
      found = parts.dayPart(place, Kind.DAY_PART);
    }
    return found;
  }

  private int withPart(int hour, DayPart part) {
    int dial = dial(hour);
    boolean beforeDawn = clock == HourCount.FROM_SIX && part == DayPart.MORNING && dial < 6;
    return part.hour(beforeDawn ? hour % 12 : dial);
  }

  private int withoutPart(int hour, boolean padded) {
    int dial = dial(hour);
    return switch (clock) {
      case TWENTY_FOUR -> hour;
      case TWELVE -> !padded && hour >= 1 && hour <= 6 ? hour + 12 : hour;
      case FROM_SIX -> dial < 7 ? dial + 12 : dial;
    };
  }

  private int dial(int hour) {
    return (clock == HourCount.FROM_SIX ? hour + 6 : hour) % 12;
  }
}

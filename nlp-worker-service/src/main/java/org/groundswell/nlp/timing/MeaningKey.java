package org.groundswell.nlp.timing;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.Month;
import java.time.MonthDay;
import org.groundswell.nlp.timing.Meaning.Kind;

/** Reads the keys of a file of time words: a kind and, after a dot, its value. */
final class MeaningKey {

  private MeaningKey() {}

  /**
   * @throws IllegalArgumentException when the key is unknown or its value no value of its kind
   */
  static Meaning parse(String key) {
    int dot = key.indexOf('.');
    Kind kind = TimeWordsBuilder.constant(Kind.class, dot < 0 ? key : key.substring(0, dot));
    return dot < 0 ? new Meaning(kind, plain(kind)) : meaning(kind, key.substring(dot + 1));
  }

  private static int plain(Kind kind) {
    if (kind.isValued()) {
      throw new IllegalArgumentException("'%s' needs a value after a dot".formatted(kind));
    }
    return 0;
  }

  private static Meaning meaning(Kind kind, String value) {
    return switch (kind) {
      case CUE -> new Meaning(TimeWordsBuilder.constant(Cue.class, value));
      case HOUR_PART, DAY_PART ->
          new Meaning(kind, TimeWordsBuilder.constant(DayPart.class, value));
      default -> new Meaning(kind, value(kind, value));
    };
  }

  private static int value(Kind kind, String value) {
    return switch (kind) {
      case WEEKDAY -> TimeWordsBuilder.constant(DayOfWeek.class, value).getValue();
      case MONTH -> TimeWordsBuilder.constant(Month.class, value).getValue();
      case DAY_OF_YEAR -> dayOfYear(value);
      case RELATIVE_DAY -> number(value, -7, 7);
      case NUMBER, ORDINAL -> number(value, 0, 31);
      case CLOCK -> 60 * number(value, 0, 23);
      default -> throw new IllegalArgumentException("'%s' takes no value".formatted(kind));
    };
  }

  private static int dayOfYear(String value) {
    try {
      MonthDay day = MonthDay.parse("--" + value);
      return 100 * day.getMonthValue() + day.getDayOfMonth();
    } catch (DateTimeException e) {
      throw new IllegalArgumentException(
          "'%s' is no month and day as in 05-01".formatted(value), e);
    }
  }

  private static int number(String value, int from, int to) {
    int number;
    try {
      number = Integer.parseInt(value);
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException("'%s' is no number".formatted(value), e);
    }
    if (number < from || number > to) {
      throw new IllegalArgumentException("%d is not within %d and %d".formatted(number, from, to));
    }
    return number;
  }
}

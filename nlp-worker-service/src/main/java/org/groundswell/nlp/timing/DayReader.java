package org.groundswell.nlp.timing;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.groundswell.nlp.timing.Meaning.Kind;
import org.groundswell.nlp.timing.NamedDay.Weekday.Which;
import org.jspecify.annotations.Nullable;

/** Reads the days that a sentence names. */
final class DayReader {

  private final TimeParts parts;

  DayReader(TimeParts parts) {
    this.parts = parts;
  }

  /** Returns the days, the most telling first: dates, then relative days, then weekdays. */
  List<NamedDay> read() {
    var found = new ArrayList<NamedDay>(2);
    for (int place = 0; place < parts.count(); place++) {
      NamedDay day = at(place);
      if (day != null) {
        found.add(day);
      }
    }
    found.sort(Comparator.comparingInt(DayReader::rank));
    return found;
  }

  private static int rank(NamedDay day) {
    return switch (day) {
      case NamedDay.Full _, NamedDay.Yearly _ -> 0;
      case NamedDay.Relative relative -> 2 - Integer.signum(relative.days());
      case NamedDay.Weekday _, NamedDay.Weekend _ -> 4;
    };
  }

  private @Nullable NamedDay at(int place) {
    if (parts.number(place) >= 0) {
      return numeric(place);
    }
    if (parts.has(place, Kind.RELATIVE_DAY)) {
      return new NamedDay.Relative(parts.value(place, Kind.RELATIVE_DAY));
    }
    if (parts.has(place, Kind.MONTH)) {
      return named(place);
    }
    if (parts.has(place, Kind.WEEKDAY)) {
      return new NamedDay.Weekday(DayOfWeek.of(parts.value(place, Kind.WEEKDAY)), which(place));
    }
    if (parts.has(place, Kind.WEEKEND)) {
      return new NamedDay.Weekend();
    }
    int yearly = parts.value(place, Kind.DAY_OF_YEAR);
    return yearly < 0 ? null : date(yearly % 100, yearly / 100, afterDate(place + 1));
  }

  private Which which(int place) {
    if (beside(place, Kind.LAST)) {
      return Which.LAST;
    }
    if (beside(place, Kind.NEXT)) {
      return Which.NEXT;
    }
    return beside(place, Kind.THIS) ? Which.THIS : Which.ANY;
  }

  private boolean beside(int place, Kind kind) {
    return parts.has(place - 1, kind) || parts.has(place + 1, kind);
  }

  /** Reads a day beside the name of a month: "12 March", "the 12th of March", "March 12". */
  private @Nullable NamedDay named(int month) {
    int value = parts.value(month, Kind.MONTH);
    int before = parts.has(month - 1, Kind.OF) ? month - 2 : month - 1;
    if (parts.has(before, Kind.ORDINAL_ENDING) || parts.isMark(before, '.')) {
      before--;
    }
    int day = dayNumber(before);
    if (day > 0) {
      return date(day, value, afterDate(month + 1));
    }
    int after = parts.has(month + 1, Kind.OF) ? month + 2 : month + 1;
    day = parts.digits(after) <= 2 && !isHour(after) ? dayNumber(after) : -1;
    return day > 0 ? date(day, value, afterDate(after + 1)) : null;
  }

  private boolean isHour(int number) {
    return parts.isMark(number + 1, ':') || parts.has(number + 1, Kind.AFTER_HOUR);
  }

  private int dayNumber(int place) {
    if (parts.digits(place) > 2) {
      return -1;
    }
    int word = Math.max(parts.value(place, Kind.ORDINAL), parts.value(place, Kind.NUMBER));
    return Math.max(parts.number(place), word);
  }

  /** Returns the year that follows a date; 0 when none does. */
  private int afterDate(int place) {
    int at = parts.has(place, Kind.ORDINAL_ENDING) ? place + 1 : place;
    if (parts.isMark(at, ',') || parts.has(at, Kind.OF)) {
      at++;
    }
    return parts.digits(at) == 4 ? parts.number(at) : 0;
  }

  private @Nullable NamedDay numeric(int place) {
    if (parts.digits(place) == 4) {
      return iso(place);
    }
    for (char mark : new char[] {'/', '.', '-'}) {
      if (parts.isMark(place + 1, mark)) {
        return separated(place, mark);
      }
    }
    return null;
  }

  private @Nullable NamedDay iso(int place) {
    boolean dashed = parts.isMark(place + 1, '-') && parts.isMark(place + 3, '-');
    return dashed
        ? date(parts.number(place + 4), parts.number(place + 2), parts.number(place))
        : null;
  }

  /**
   * Reads day and month, in this order unless only the other can be. Without a year a dash is a
   * range, and a dot needs another: 12.5 is a number.
   */
  private @Nullable NamedDay separated(int place, char mark) {
    int first = parts.number(place);
    int second = parts.number(place + 2);
    boolean closed = parts.isMark(place + 3, mark);
    int year = closed ? year(place + 4) : 0;
    boolean enough = year > 0 || (mark == '/' && !closed) || (mark == '.' && closed);
    if (!enough || parts.digits(place) > 2 || parts.digits(place + 2) > 2) {
      return null;
    }
    return second > 12 ? date(second, first, year) : date(first, second, year);
  }

  private int year(int place) {
    int value = Math.max(parts.number(place), 0);
    return switch (parts.digits(place)) {
      case 4 -> value;
      case 2 -> 2000 + value;
      default -> 0;
    };
  }

  private static @Nullable NamedDay date(int day, int month, int year) {
    try {
      return year > 0
          ? new NamedDay.Full(LocalDate.of(year, month, day))
          : new NamedDay.Yearly(MonthDay.of(month, day));
    } catch (DateTimeException noSuchDay) {
      return null;
    }
  }
}

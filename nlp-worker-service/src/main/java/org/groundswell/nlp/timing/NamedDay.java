package org.groundswell.nlp.timing;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.MonthDay;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/**
 * A day as a post names it. What is said of {@code today} is meant at the time of writing: on the
 * calendar of the place when a date is resolved, on that of UTC when only the tense is asked for.
 */
sealed interface NamedDay {

  /** Where a day lies; of several in a sentence the first in this order speaks. */
  enum Side {
    COMING,
    TODAY,
    LATELY,
    /** More than {@link #LATELY_DAYS} back. */
    LONG_AGO,
    /** The rest of the sentence decides. */
    OPEN
  }

  /** How long what happened is news, and a date without a year is taken for the coming one. */
  int LATELY_DAYS = 61;

  /** How far ahead a date may lie. */
  int MONTHS_AHEAD = 11;

  /** Tells on which side of the day of writing it lies. */
  Side side(LocalDate today);

  /** Returns its date in an event of this stage; empty when it names no day of such an event. */
  Optional<LocalDate> date(LocalDate today, Stage stage);

  /** Tells "this Friday", which in news may have gone by. */
  default boolean isThisWeekday() {
    return this instanceof Weekday weekday && weekday.which() == Weekday.Which.THIS;
  }

  private static Side sideOf(LocalDate date, LocalDate today) {
    long days = ChronoUnit.DAYS.between(today, date);
    if (days > 0) {
      return Side.COMING;
    }
    if (days == 0) {
      return Side.TODAY;
    }
    return days >= -LATELY_DAYS ? Side.LATELY : Side.LONG_AGO;
  }

  private static boolean fits(LocalDate date, LocalDate today, Stage stage) {
    return switch (stage) {
      case PLANNED -> !date.isBefore(today) && !date.isAfter(today.plusMonths(MONTHS_AHEAD));
      case ONGOING -> !date.isAfter(today) && !date.isBefore(today.minusDays(LATELY_DAYS));
      case PAST -> date.isBefore(today);
    };
  }

  /**
   * Today, tomorrow, yesterday.
   *
   * @param days from the day of writing
   */
  record Relative(int days) implements NamedDay {

    @Override
    public Side side(LocalDate today) {
      return sideOf(today.plusDays(days), today);
    }

    @Override
    public Optional<LocalDate> date(LocalDate today, Stage stage) {
      return Optional.of(today.plusDays(days)).filter(date -> fits(date, today, stage));
    }
  }

  /** A weekday; without further words it is the last or the next one as the sentence has it. */
  record Weekday(DayOfWeek day, Which which) implements NamedDay {

    /** Words beside a weekday. */
    enum Which {
      /** "Friday". */
      ANY,
      /** "This Friday". */
      THIS,
      /** "Next Friday": the first after today. */
      NEXT,
      /** "Last Friday". */
      LAST
    }

    @Override
    public Side side(LocalDate today) {
      return switch (which) {
        case ANY -> Side.OPEN;
        case THIS, NEXT -> Side.COMING;
        case LAST -> Side.LATELY;
      };
    }

    @Override
    public Optional<LocalDate> date(LocalDate today, Stage stage) {
      return switch (stage) {
        case PLANNED -> which == Which.LAST ? Optional.empty() : Optional.of(coming(today));
        case ONGOING -> which == Which.NEXT ? Optional.empty() : Optional.of(gone(today));
        case PAST -> Optional.empty();
      };
    }

    private LocalDate coming(LocalDate today) {
      return today.with(
          which == Which.NEXT ? TemporalAdjusters.next(day) : TemporalAdjusters.nextOrSame(day));
    }

    private LocalDate gone(LocalDate today) {
      return today.with(
          which == Which.LAST
              ? TemporalAdjusters.previous(day)
              : TemporalAdjusters.previousOrSame(day));
    }
  }

  /** This weekend: its Saturday, but on a Sunday that day. */
  record Weekend() implements NamedDay {

    @Override
    public Side side(LocalDate today) {
      return Side.OPEN;
    }

    @Override
    public Optional<LocalDate> date(LocalDate today, Stage stage) {
      boolean sunday = today.getDayOfWeek() == DayOfWeek.SUNDAY && stage != Stage.PAST;
      return sunday
          ? Optional.of(today)
          : new Weekday(DayOfWeek.SATURDAY, Weekday.Which.ANY).date(today, stage);
    }
  }

  /** A day and month without a year. */
  record Yearly(MonthDay day) implements NamedDay {

    /** Coming when it comes soon, of late when it went by not long ago, else open. */
    @Override
    public Side side(LocalDate today) {
      Optional<LocalDate> next =
          next(today).filter(date -> !date.isAfter(today.plusDays(LATELY_DAYS)));
      if (next.isPresent()) {
        return sideOf(next.get(), today);
      }
      boolean lately = last(today).filter(date -> fits(date, today, Stage.ONGOING)).isPresent();
      return lately ? Side.LATELY : Side.OPEN;
    }

    @Override
    public Optional<LocalDate> date(LocalDate today, Stage stage) {
      Optional<LocalDate> nearest = stage == Stage.PLANNED ? next(today) : last(today);
      return nearest.filter(date -> fits(date, today, stage));
    }

    private Optional<LocalDate> next(LocalDate today) {
      return first(today.getYear(), today.getYear() + 1, date -> !date.isBefore(today));
    }

    private Optional<LocalDate> last(LocalDate today) {
      return first(today.getYear(), today.getYear() - 1, date -> !date.isAfter(today));
    }

    /** Leaves out 29 February of a common year. */
    private Optional<LocalDate> first(int year, int otherYear, Predicate<LocalDate> wanted) {
      return IntStream.of(year, otherYear)
          .filter(day::isValidYear)
          .mapToObj(day::atYear)
          .filter(wanted)
          .findFirst();
    }
  }

  /** A date with its year. */
  record Full(LocalDate day) implements NamedDay {

    @Override
    public Side side(LocalDate today) {
      return sideOf(day, today);
    }

    @Override
    public Optional<LocalDate> date(LocalDate today, Stage stage) {
      return Optional.of(day).filter(date -> fits(date, today, stage));
    }
  }
}

package org.groundswell.nlp.timing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
import java.time.MonthDay;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.BiConsumer;
import java.util.stream.IntStream;
import org.groundswell.nlp.timing.NamedDay.Weekday.Which;
import org.junit.jupiter.api.Test;

/** What must hold of every day that can be named, on days drawn by chance over eight years. */
class NamedDayTests {

  private static final List<NamedDay> DAYS = days();

  @Test
  void neverPlansMoreThanElevenMonthsAhead() {
    forEachDay((day, today) ->
        assertThat(day.date(today, Stage.PLANNED).stream())
            .allSatisfy(date -> assertThat(date).isBetween(today, today.plusMonths(11))));
  }

  @Test
  void neverReportsOfWhatIsToCome() {
    forEachDay((day, today) ->
        assertThat(day.date(today, Stage.ONGOING).stream())
            .allSatisfy(date -> assertThat(date).isBetween(today.minusDays(61), today)));
  }

  @Test
  void namesNothingToComeInThePast() {
    forEachDay((day, today) ->
        assertThat(day.date(today, Stage.PAST).stream())
            .allSatisfy(date -> assertThat(date).isBefore(today)));
  }

  @Test
  void datesAPlanWhenItLiesAhead() {
    forEachDay((day, today) -> {
      if (day.side(today) == NamedDay.Side.COMING && !(day instanceof NamedDay.Full)) {
        assertThat(day.date(today, Stage.PLANNED)).as("%s on %s", day, today).isPresent();
      }
    });
  }

  @Test
  void keepsTheDayOfTheWeek() {
    forEachDay((day, today) -> {
      if (day instanceof NamedDay.Weekday weekday) {
        Optional<LocalDate> planned = day.date(today, Stage.PLANNED);
        assertThat(planned.map(LocalDate::getDayOfWeek))
            .isIn(Optional.empty(), Optional.of(weekday.day()));
      }
    });
  }

  private static void forEachDay(BiConsumer<NamedDay, LocalDate> check) {
    new Random(20260603)
        .longs(300, LocalDate.of(2023, 1, 1).toEpochDay(), LocalDate.of(2031, 1, 1).toEpochDay())
        .mapToObj(LocalDate::ofEpochDay)
        .forEach(today -> DAYS.forEach(day -> check.accept(day, today)));
  }

  private static List<NamedDay> days() {
    var days = new ArrayList<NamedDay>(List.of(new NamedDay.Weekend()));
    IntStream.rangeClosed(-2, 2).mapToObj(NamedDay.Relative::new).forEach(days::add);
    for (DayOfWeek day : DayOfWeek.values()) {
      for (Which which : Which.values()) {
        days.add(new NamedDay.Weekday(day, which));
      }
    }
    for (Month month : Month.values()) {
      days.add(new NamedDay.Yearly(MonthDay.of(month, month.maxLength())));
      days.add(new NamedDay.Full(LocalDate.of(2026, month, 1)));
    }
    return days;
  }
}

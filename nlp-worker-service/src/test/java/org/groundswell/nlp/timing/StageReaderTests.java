package org.groundswell.nlp.timing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Optional;
import org.groundswell.nlp.text.TextReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The sentences were written for this project by hand, at least eight in each language. */
class StageReaderTests {

  /** A Wednesday. */
  private static final Instant WRITTEN = Instant.parse("2026-06-03T14:05:11Z");

  private static final ZoneId JAKARTA = ZoneId.of("Asia/Jakarta");

  private static final TextReader TEXTS = new TextReader();
  private static final StageReader STAGES = new StageReader();

  @ParameterizedTest
  @CsvFileSource(
      resources = "/timing/sentences.tsv",
      delimiter = '\t',
      quoteCharacter = '`',
      numLinesToSkip = 1)
  void tellsStageAndDate(String language, Stage stage, String date, String text) {
    Timing timing = read(language, text.replace("\\n", "\n"), WRITTEN);

    assertThat(timing.stage() + " " + shown(timing.dateIn(ZoneOffset.UTC)))
        .isEqualTo(stage + " " + date);
  }

  @Test
  void meansTomorrowOnTheCalendarOfThePlace() {
    Timing timing = read("id", "Besok kita demo", Instant.parse("2026-06-03T23:30:00Z"));

    assertThat(shown(timing.dateIn(ZoneOffset.UTC))).isEqualTo("2026-06-04");
    assertThat(shown(timing.dateIn(JAKARTA))).isEqualTo("2026-06-05");
  }

  @ParameterizedTest
  @CsvFileSource(
      resources = "/timing/sentences.tsv",
      delimiter = '\t',
      quoteCharacter = '`',
      numLinesToSkip = 1)
  void movesADateByADayOrAWeekAtMostBetweenPlaces(
      String language, Stage stage, String date, String text) {
    Timing timing = read(language, text, WRITTEN);
    Optional<LocalDate> west = timing.dateIn(ZoneOffset.ofHours(-12)).map(EventDate::date);
    Optional<LocalDate> east = timing.dateIn(ZoneOffset.ofHours(12)).map(EventDate::date);

    if (west.isPresent() && east.isPresent()) {
      assertThat(west.get().until(east.get()).getDays()).isIn(0, 1, 7);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "Join us on 31 February, -",
    "Join us on 31/02/2027, -",
    "Join us on 2026-13-40, -",
    "Join us on 29 February, -",
    "Join us on 12 March 2031, -",
    "Join us on 03/13/2027, 2027-03-13",
    "Join us on 03/12/2026, 2026-12-03",
    "Join us on 2026-08-01 at 25:70, 2026-08-01",
    "Join us on 20 May at the latest next week, -",
    "Join us on 20 April 2027, 2027-04-20"
  })
  void datesPlansUpToElevenMonthsAhead(String text, String date) {
    assertThat(shown(read("en", text, WRITTEN).dateIn(ZoneOffset.UTC))).isEqualTo(date);
  }

  @ParameterizedTest
  @CsvSource({
    "2026-06-03T10:00:00Z, 2026-06-03T17:00",
    "2026-06-03T18:00:00Z, 2026-06-03T17:00",
    "2026-06-03T23:30:00Z, 2026-06-04T17:00"
  })
  void takesAnHourWithoutDayForTheNextOne(Instant written, String date) {
    Timing timing = read("en", "Join us at 5pm", written);

    assertThat(timing.stage()).isEqualTo(Stage.PLANNED);
    assertThat(shown(timing.dateIn(ZoneOffset.UTC))).isEqualTo(date);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "   ", "!!! ???", "12", "12/", "2026-", "at", "0 March", "99:99", "١٢"})
  void findsNothingInScraps(String text) {
    Timing timing = read("en", text, WRITTEN);

    assertThat(timing.stage()).isEqualTo(Stage.ONGOING);
    assertThat(timing.dateIn(JAKARTA)).isEmpty();
  }

  private Timing read(String language, String text, Instant written) {
    return STAGES.read(TEXTS.sentences(TEXTS.read(text), language), language, written);
  }

  private static String shown(Optional<EventDate> found) {
    return found.map(StageReaderTests::shown).orElse("-");
  }

  private static String shown(EventDate event) {
    LocalDate date = event.date();
    LocalTime time = event.time();
    return time == null ? date.toString() : date.atTime(time).toString();
  }
}

package org.groundswell.nlp.timing;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a post says of when its event takes place. The stage is known at once; the date only when
 * the place is, for "tomorrow" is the next day on the calendar of the place. Immutable.
 */
public final class Timing {

  /** How long ago an hour may be that still means today's: a post on what begins may come late. */
  private static final int HOURS_LATE = 6;

  private final Stage stage;
  private final Instant written;
  private final List<Clues> sentences;

  /**
   * @param sentences those that name a day or an hour, those of the post's own tense first
   */
  Timing(Stage stage, Instant written, List<Clues> sentences) {
    this.stage = stage;
    this.written = written;
    this.sentences = sentences;
  }

  /** Returns the stage, whatever the place. */
  public Stage stage() {
    return stage;
  }

  /**
   * Returns the day that the post names for its event; empty when it names none, or only one that
   * cannot be: 31 February, a planned event's yesterday, or more than eleven months ahead.
   *
   * @param zone of the event's place
   */
  public Optional<EventDate> dateIn(ZoneId zone) {
    ZonedDateTime now = written.atZone(zone);
    return sentences.stream()
        .flatMap(sentence -> date(sentence, now.toLocalDate()).stream())
        .findFirst()
        .or(() -> dayOfHour(now));
  }

  private Optional<EventDate> date(Clues sentence, LocalDate today) {
    LocalTime time = sentence.time() == null ? hourOfPlan() : sentence.time();
    return sentence.date(today, stage).map(date -> new EventDate(date, time));
  }

  /** A plan may name its hour on another line than its day. */
  private @Nullable LocalTime hourOfPlan() {
    return stage == Stage.PLANNED ? hour() : null;
  }

  private @Nullable LocalTime hour() {
    return sentences.stream().map(Clues::time).filter(Objects::nonNull).findFirst().orElse(null);
  }

  /** Takes an hour alone for the next one in a plan, and for one gone by today in a report. */
  private Optional<EventDate> dayOfHour(ZonedDateTime now) {
    LocalTime hour = namesDay() ? null : hour();
    if (hour == null) {
      return Optional.empty();
    }
    LocalDateTime at = now.toLocalDate().atTime(hour);
    LocalDateTime here = now.toLocalDateTime();
    return switch (stage) {
      case PLANNED ->
          Optional.of(date(at.plusHours(HOURS_LATE).isBefore(here) ? at.plusDays(1) : at));
      case ONGOING -> at.isAfter(here) ? Optional.empty() : Optional.of(date(at));
      case PAST -> Optional.empty();
    };
  }

  private boolean namesDay() {
    return sentences.stream().anyMatch(sentence -> !sentence.days().isEmpty());
  }

  private static EventDate date(LocalDateTime at) {
    return new EventDate(at.toLocalDate(), at.toLocalTime());
  }
}

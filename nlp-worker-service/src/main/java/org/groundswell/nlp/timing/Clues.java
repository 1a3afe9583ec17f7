package org.groundswell.nlp.timing;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.groundswell.nlp.timing.Meaning.Kind;
import org.groundswell.nlp.timing.NamedDay.Side;
import org.jspecify.annotations.Nullable;

/**
 * What a sentence holds that tells of time.
 *
 * @param days the most telling first
 * @param year the earliest year that it names without a day, as in "in 1968"; {@link #NO_YEAR}
 *     without one
 * @param fragment whether it is as short as the lines of a flyer
 */
record Clues(
    Set<Cue> cues, List<NamedDay> days, @Nullable LocalTime time, int year, boolean fragment) {

  static final int NO_YEAR = Integer.MAX_VALUE;

  private static final int FRAGMENT_PARTS = 8;
  private static final int FIRST_YEAR = 1000;

  static Clues of(String sentence, TimeWords language) {
    var words = new Words(sentence);
    Set<Cue> cues = language.cues(words);
    TimeParts parts = language.parts(words);
    boolean fragment = words.count() <= FRAGMENT_PARTS;
    if (!parts.isTelling()) {
      return new Clues(cues, List.of(), null, NO_YEAR, fragment);
    }
    LocalTime time = new HourReader(parts, language.clock()).read();
    return new Clues(cues, new DayReader(parts).read(), time, year(parts), fragment);
  }

  boolean namesTime() {
    return time != null || !days.isEmpty();
  }

  /**
   * Tells the tense.
   *
   * @param today day of writing in UTC: the stage of a post is one and the same in every place
   * @param called whether the post invites in another sentence
   */
  Tense tense(LocalDate today, boolean called) {
    Side side = side(today);
    if (cues.contains(Cue.LIVE)) {
      return Tense.LIVE;
    }
    if (side == Side.COMING) {
      return Tense.PLANNED;
    }
    if (cues.contains(Cue.PAST)) {
      return Tense.PAST;
    }
    if (cues.contains(Cue.PLANNED) || isInvitation(side, called)) {
      return Tense.PLANNED;
    }
    return tenseOfReport(side, today);
  }

  private Side side(LocalDate today) {
    Side nearest = Side.OPEN;
    for (NamedDay day : days) {
      Side side = side(day, today);
      nearest = side.compareTo(nearest) < 0 ? side : nearest;
    }
    return nearest;
  }

  private Side side(NamedDay day, LocalDate today) {
    boolean reported = day.isThisWeekday() && cues.contains(Cue.REPORT);
    return reported ? Side.LATELY : day.side(today);
  }

  /** Returns the first of its days that can be one of an event of this stage. */
  Optional<LocalDate> date(LocalDate today, Stage stage) {
    return days.stream().flatMap(day -> day.date(today, stage).stream()).findFirst();
  }

  /** Tells a call to an hour or a weekday, also the bare line of a flyer: "Rally Saturday 5pm". */
  private boolean isInvitation(Side side, boolean called) {
    boolean openDay = side == Side.OPEN && !days.isEmpty();
    boolean calls = cues.contains(Cue.CALL) || (called && fragment);
    return calls
        ? side != Side.LATELY && (time != null || openDay)
        : fragment && time != null && openDay && !cues.contains(Cue.REPORT);
  }

  private Tense tenseOfReport(Side side, LocalDate today) {
    if (cues.contains(Cue.NOW) || side == Side.TODAY) {
      return Tense.NOW;
    }
    if (cues.contains(Cue.GOING)) {
      return Tense.GOING;
    }
    if (cues.contains(Cue.LATE) || side == Side.LATELY) {
      return Tense.LATELY;
    }
    boolean past = cues.contains(Cue.MEMORY) || side == Side.LONG_AGO || year < today.getYear();
    return past ? Tense.PAST : Tense.NONE;
  }

  private static int year(TimeParts parts) {
    int earliest = NO_YEAR;
    for (int place = 0; place < parts.count(); place++) {
      if (parts.digits(place) == 4 && isYear(parts, place)) {
        earliest = Math.min(earliest, parts.number(place));
      }
    }
    return earliest;
  }

  private static boolean isYear(TimeParts parts, int place) {
    return parts.number(place) >= FIRST_YEAR
        && (parts.has(place - 1, Kind.BEFORE_YEAR)
            || parts.has(place - 1, Kind.MONTH)
            || parts.has(place + 1, Kind.AFTER_YEAR));
  }
}

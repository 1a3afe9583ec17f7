package org.groundswell.nlp.timing;

import org.jspecify.annotations.Nullable;

/**
 * What a phrase of the word lists says.
 *
 * @param value by the kind: days from today, number of a weekday (1 is Monday) or month, a day of
 *     the year as month and day (508 is 8 May), minutes of the day; else 0
 * @param cue of {@link Kind#CUE}; else null
 * @param part of {@link Kind#HOUR_PART} and {@link Kind#DAY_PART}; else null
 */
record Meaning(Kind kind, int value, @Nullable Cue cue, @Nullable DayPart part) {

  Meaning(Kind kind, int value) {
    this(kind, value, null, null);
  }

  Meaning(Cue cue) {
    this(Kind.CUE, 0, cue, null);
  }

  Meaning(Kind kind, DayPart part) {
    this(kind, 0, null, part);
  }

  /** Sorts of meaning. */
  enum Kind {
    CUE,
    RELATIVE_DAY,
    WEEKDAY,
    WEEKEND,
    MONTH,
    DAY_OF_YEAR,
    NUMBER,
    ORDINAL,
    ORDINAL_ENDING,
    OF,
    THIS,
    NEXT,
    LAST,
    BEFORE_YEAR,
    AFTER_YEAR,
    BEFORE_HOUR,
    BEFORE_SURE_HOUR,
    AFTER_HOUR,
    HOUR_PART,
    DAY_PART,
    CLOCK,
    HOUR_ENDS,
    SHIELD
  }
}

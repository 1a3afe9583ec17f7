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
    CUE(true),
    RELATIVE_DAY(true),
    WEEKDAY(true),
    WEEKEND(false),
    MONTH(true),
    DAY_OF_YEAR(true),
    NUMBER(true),
    ORDINAL(true),
    ORDINAL_ENDING(false),
    OF(false),
    THIS(false),
    NEXT(false),
    LAST(false),
    BEFORE_YEAR(false),
    AFTER_YEAR(false),
    BEFORE_HOUR(false),
    BEFORE_SURE_HOUR(false),
    AFTER_HOUR(false),
    HOUR_PART(true),
    DAY_PART(true),
    CLOCK(true),
    HOUR_ENDS(false),
    SHIELD(false);

    private final boolean valued;

    Kind(boolean valued) {
      this.valued = valued;
    }

    /** Tells whether the kind says nothing without a value. */
    boolean isValued() {
      return valued;
    }
  }
}

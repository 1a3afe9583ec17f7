package org.groundswell.nlp.timing;

/** A part of the day, by which an hour of twelve becomes one of twenty-four. */
enum DayPart {
  MORNING,
  MIDDAY,
  AFTERNOON,
  NIGHT;

  /** Returns the hour of the day, 0 to 23, of an hour on the dial, 0 to 11. */
  int hour(int dial) {
    return switch (this) {
      case MORNING -> dial;
      case MIDDAY -> dial >= 10 ? dial : dial + 12;
      case AFTERNOON -> dial + 12;
      case NIGHT -> dial < 6 ? dial : dial + 12;
    };
  }
}

package org.groundswell.nlp.timing;

/** How the speakers of a language count the hours of a day. */
enum HourCount {
  /** From 0 to 24: a bare 5 is in the night. */
  TWENTY_FOUR,
  /** Twice from 1 to 12: a bare hour from 1 to 6 is in the afternoon. */
  TWELVE,
  /** Twice from 1 to 12, beginning at six in the morning and in the evening: Swahili. */
  FROM_SIX
}

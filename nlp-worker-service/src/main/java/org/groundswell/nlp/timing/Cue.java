package org.groundswell.nlp.timing;

/** What words say of the tense of their sentence, without naming a day. */
enum Cue {
  /** At this very moment. */
  LIVE,
  /** Today. */
  NOW,
  /** Under way, for how long is not said. */
  GOING,
  /** To come. */
  PLANNED,
  /** An invitation, which is to come when an hour or a weekday is named. */
  CALL,
  /** The past tense of news, by which "this Monday" is the one gone by. */
  REPORT,
  /** Some days or weeks ago. */
  LATE,
  /** Long ago, whatever else the sentence says. */
  PAST,
  /** Remembering, which may be the occasion of an event of today. */
  MEMORY
}

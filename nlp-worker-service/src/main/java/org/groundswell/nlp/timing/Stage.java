package org.groundswell.nlp.timing;

/** When the event that a post speaks of takes place, seen from the post. */
public enum Stage {
  /** A coming time is named. */
  PLANNED,
  /** Now or of late; also when no time is named. */
  ONGOING,
  /** History, memory, anniversary. */
  PAST
}

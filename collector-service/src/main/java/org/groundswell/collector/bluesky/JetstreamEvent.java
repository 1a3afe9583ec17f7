package org.groundswell.collector.bluesky;

import org.groundswell.collector.intake.DeletionReason;
import org.groundswell.collector.intake.RawPost;
import org.groundswell.collector.intake.Rejection;

/** What one message of the stream says. */
sealed interface JetstreamEvent {

  /**
   * A post was made, or changed.
   *
   * @param version of its content; the same in every delivery of the same event
   */
  record Posted(long timeMicros, RawPost post, String version) implements JetstreamEvent {}

  /** An author took a post back. */
  record Deleted(long timeMicros, String id) implements JetstreamEvent {}

  /** An account is gone with all its posts. */
  record AccountGone(long timeMicros, String did, DeletionReason reason)
      implements JetstreamEvent {}

  /** Something that is not about posts; it still says what time it is. */
  record Other(long timeMicros) implements JetstreamEvent {}

  /**
   * A message that cannot be understood.
   *
   * @param timeMicros 0 when not even that can be read
   */
  record Unreadable(long timeMicros, Rejection why) implements JetstreamEvent {}

  /** Returns the server's time in microseconds since 1970, which is also the cursor. */
  long timeMicros();
}

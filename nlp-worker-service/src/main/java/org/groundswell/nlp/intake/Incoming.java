package org.groundswell.nlp.intake;

import org.groundswell.nlp.pipeline.Post;

/** What a record of {@code groundswell.posts} holds. */
sealed interface Incoming {

  record NewPost(Post post) implements Incoming {}

  /** A null value: the post was taken back. */
  record Deletion() implements Incoming {}

  record Tick(CollectorClock clock) implements Incoming {}

  /**
   * Neither.
   *
   * @param detail what is wrong, naming the field
   */
  record Unreadable(String detail) implements Incoming {}
}

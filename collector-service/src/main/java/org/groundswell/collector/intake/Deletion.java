package org.groundswell.collector.intake;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The record on {@code groundswell.deletions}. */
record Deletion(
    String scope,
    String source,
    @Nullable String post,
    @Nullable String authorKey,
    Instant at,
    DeletionReason reason) {

  static Deletion ofPost(String source, String key, Instant at, DeletionReason reason) {
    return new Deletion("post", source, key, null, at, reason);
  }

  static Deletion ofAuthor(String source, String authorKey, Instant at, DeletionReason reason) {
    return new Deletion("author", source, null, authorKey, at, reason);
  }
}

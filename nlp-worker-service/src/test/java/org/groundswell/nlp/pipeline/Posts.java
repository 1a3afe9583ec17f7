package org.groundswell.nlp.pipeline;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Posts for tests. */
public final class Posts {

  public static final Instant TIME = Instant.parse("2026-06-03T14:05:11Z");
  public static final String AUTHOR = "0f3a9c5b7d1e24680f3a9c5b7d1e2468";

  private Posts() {}

  static Post saying(String text) {
    return post(text, AUTHOR, null);
  }

  static Post withoutAuthor(String id) {
    return new Post("push", id, TIME, null, "Anything", null, null, null, null, null, null, null);
  }

  static Post reposting(String key, String text) {
    return post(text, AUTHOR, key);
  }

  private static Post post(String text, @Nullable String author, @Nullable String repostOf) {
    return new Post("push", "1", TIME, null, text, "en", author, null, null, null, repostOf, null);
  }
}

package org.groundswell.alerts.evidence;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A post, or everything of an author, was taken back.
 *
 * @param post set when the scope is a post: {@code source:post-id}
 * @param authorKey set when the scope is an author
 */
public record Deletion(Scope scope, @Nullable String post, @Nullable String authorKey, Instant at) {

  private static final int LONGEST = 400;

  public Deletion {
    if (scope == null) {
      throw new IllegalArgumentException("scope is missing");
    }
    if (at == null || at.isBefore(Instant.EPOCH)) {
      throw new IllegalArgumentException("at is missing or before 1970");
    }
    String named = scope == Scope.POST ? post : authorKey;
    if (named == null || named.isEmpty() || named.length() > LONGEST || named.indexOf('\0') >= 0) {
      throw new IllegalArgumentException(
          (scope == Scope.POST ? "post" : "authorKey") + " is missing or not allowed");
    }
  }

  /** What was taken back. */
  public enum Scope {
    @JsonProperty("post")
    POST,
    @JsonProperty("author")
    AUTHOR
  }

  /** Returns the post's or the author's key. */
  @JsonIgnore
  public String named() {
    String named = scope == Scope.POST ? post : authorKey;
    if (named == null) {
      throw new IllegalStateException("A deletion without a name");
    }
    return named;
  }

  boolean concerns(Evidence evidence) {
    return named().equals(scope == Scope.POST ? evidence.post() : evidence.authorKey());
  }
}

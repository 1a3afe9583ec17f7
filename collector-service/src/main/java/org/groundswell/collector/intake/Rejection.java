package org.groundswell.collector.intake;

import org.jspecify.annotations.Nullable;

/**
 * Input that could not become a post.
 *
 * @param reason for counting
 * @param field that is wrong, null when it is the whole
 * @param complaint for people, without the value
 * @param value that is wrong, shortened; for the eyes of whoever sent it only, because in a shifted
 *     row it may be a name
 */
public record Rejection(
    Reason reason, @Nullable String field, String complaint, @Nullable String value)
    implements Candidate {

  private static final int QUOTED = 60;

  /** Why input was refused; the value of the metric's tag in lower case. */
  public enum Reason {
    /** Not readable in the expected form. */
    MALFORMED,
    /** A required field is not there. */
    MISSING,
    /** A field has a value that cannot be. */
    INVALID,
    /** Larger than a limit. */
    TOO_LONG,
    /** Kafka did not acknowledge it. */
    UNACKNOWLEDGED
  }

  /** A required field that is not there. */
  public static Rejection missing(String field) {
    return new Rejection(Reason.MISSING, field, field + " is missing", null);
  }

  /** A value that cannot be. */
  public static Rejection invalid(String field, String complaint, String value) {
    String shortened = value.length() <= QUOTED ? value : value.substring(0, QUOTED) + "…";
    return new Rejection(Reason.INVALID, field, field + " " + complaint, shortened);
  }

  /** Something larger than its limit. */
  public static Rejection tooLong(@Nullable String field, String complaint) {
    return new Rejection(Reason.TOO_LONG, field, complaint, null);
  }

  /** Something that is not in the expected form at all. */
  public static Rejection malformed(String complaint) {
    return new Rejection(Reason.MALFORMED, null, complaint, null);
  }

  /** Returns the complaint with the value, for whoever sent it. */
  public String quoted() {
    return value == null ? complaint : "%s: \"%s\"".formatted(complaint, value);
  }
}

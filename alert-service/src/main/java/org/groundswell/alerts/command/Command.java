package org.groundswell.alerts.command;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a person does with an alert.
 *
 * @param id of the command; one that comes again changes nothing
 * @param alert id of the alert
 * @param country ISO 3166-1 alpha-2, of the alert's place
 * @param by who, as they choose to be called
 * @param text what they say; a comment always has one
 */
public record Command(
    String id,
    Kind kind,
    String alert,
    String country,
    Instant at,
    @Nullable String by,
    @Nullable String text) {

  private static final int LONGEST_NAME = 100;
  private static final int LONGEST_TEXT = 2_000;

  public Command {
    check(id != null && id.matches("[A-Za-z0-9._-]{1,64}"), "id", id);
    check(kind != null, "kind", kind);
    check(alert != null && alert.matches("[0-9a-f]{32}"), "alert", alert);
    check(country != null && country.matches("[A-Z]{2}"), "country", country);
    check(at != null && !at.isBefore(Instant.EPOCH), "at", at);
    check(by == null || (!by.isEmpty() && by.length() <= LONGEST_NAME), "by", by);
    boolean said = text != null && !text.isEmpty() && text.length() <= LONGEST_TEXT;
    check(text == null ? kind != Kind.COMMENT : said, "text", text);
    by = withoutNul(by);
    text = withoutNul(text);
  }

  /** What is done. */
  public enum Kind {
    ACKNOWLEDGE,
    DISMISS,
    COMMENT
  }

  private static void check(boolean allowed, String field, @Nullable Object value) {
    if (!allowed) {
      throw new IllegalArgumentException(
          "%s is not allowed: %.100s".formatted(field, String.valueOf(value)));
    }
  }

  /** PostgreSQL keeps no NUL in a text. */
  private static @Nullable String withoutNul(@Nullable String text) {
    return text == null ? null : text.replace("\0", "");
  }
}

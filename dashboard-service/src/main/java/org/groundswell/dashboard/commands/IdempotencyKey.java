package org.groundswell.dashboard.commands;

import java.nio.charset.StandardCharsets;
import java.util.UUID;
import java.util.regex.Pattern;
import org.groundswell.dashboard.problems.BadField;
import org.jspecify.annotations.Nullable;

/**
 * What a caller calls one request, so that its repeats are known.
 *
 * @param value 1 to 64 letters of ASCII, digits, dots, underscores and dashes
 */
record IdempotencyKey(String value) {

  static final String HEADER = "Idempotency-Key";

  private static final Pattern FORM = Pattern.compile("[A-Za-z0-9._-]{1,64}");

  /**
   * Reads the header; makes a new key where it is missing.
   *
   * @throws BadField when it has another form
   */
  static IdempotencyKey of(@Nullable String header) {
    if (header == null) {
      return new IdempotencyKey(UUID.randomUUID().toString());
    }
    if (!FORM.matcher(header).matches()) {
      throw new BadField(
          HEADER, header, "1 to 64 letters of ASCII, digits, dots, underscores and dashes");
    }
    return new IdempotencyKey(header);
  }

  /** Returns the id of the command: the same key says another thing about another alert. */
  String commandFor(String alert) {
    byte[] name = (alert + ":" + value).getBytes(StandardCharsets.UTF_8);
    return UUID.nameUUIDFromBytes(name).toString();
  }
}

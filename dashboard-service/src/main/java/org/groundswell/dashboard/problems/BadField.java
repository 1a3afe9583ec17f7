package org.groundswell.dashboard.problems;

import java.io.Serial;
import org.jspecify.annotations.Nullable;

/** A body or a header cannot be used; answered with status 400, the field and its value. */
public final class BadField extends RuntimeException {

  @Serial private static final long serialVersionUID = 1L;
  private static final int LONGEST_VALUE = 200;

  private final String field;
  private final @Nullable String value;

  /**
   * Cuts a very long value.
   *
   * @param field name of the field or header, {@code body} for the whole
   * @param value as it came; null when it is missing, or cannot be shown
   * @param rule what it must be, such as "a string"
   */
  public BadField(String field, @Nullable Object value, String rule) {
    super("%s must be %s.".formatted(shorten(field), rule));
    this.field = shorten(field);
    this.value = value == null ? null : shorten(value.toString());
  }

  String field() {
    return field;
  }

  @Nullable String value() {
    return value;
  }

  private static String shorten(String text) {
    return text.length() <= LONGEST_VALUE ? text : text.substring(0, LONGEST_VALUE) + "…";
  }
}

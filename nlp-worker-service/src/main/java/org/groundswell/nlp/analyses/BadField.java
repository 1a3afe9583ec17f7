package org.groundswell.nlp.analyses;

import org.jspecify.annotations.Nullable;

/** A request asks for what cannot be analysed. */
final class BadField extends RuntimeException {

  private static final long serialVersionUID = 1;
  private static final int MOST_SHOWN = 100;

  private final String field;
  private final @Nullable String value;

  /**
   * Names what is wrong.
   *
   * @param field name of the field, {@code body} for the whole
   * @param value as it came, null when it is missing; long ones are shortened
   * @param rule what it must be
   */
  BadField(String field, @Nullable Object value, String rule) {
    super("%s must be %s".formatted(field, rule));
    this.field = field;
    this.value = value == null ? null : shortened(value.toString());
  }

  private static String shortened(String value) {
    return value.length() <= MOST_SHOWN ? value : value.substring(0, MOST_SHOWN) + "…";
  }

  String field() {
    return field;
  }

  @Nullable String value() {
    return value;
  }

  String rule() {
    return String.valueOf(getMessage());
  }
}

package org.groundswell.alerts.problems;

import org.jspecify.annotations.Nullable;

/**
 * A request asks for what is not allowed; answered with 400 and the field, its value and the rule.
 */
public final class BadField extends IllegalArgumentException {

  private static final long serialVersionUID = 1;
  private static final int MOST_SHOWN = 100;

  private final String field;
  private final @Nullable String value;
  private final String rule;

  /**
   * Names what is wrong.
   *
   * @param field name of the field, {@code body} for the whole
   * @param value as it came, null when it is missing or a secret; long ones are shortened
   * @param rule what it must be
   */
  public BadField(String field, @Nullable Object value, String rule) {
    super("%s must be %s".formatted(field, rule));
    this.field = field;
    this.value = value == null ? null : shortened(value.toString());
    this.rule = rule;
  }

  /** Returns the same as a field of something that lies at a path, which may be empty. */
  public BadField within(String path) {
    return path.isEmpty() ? this : new BadField(path + "." + field, value, rule);
  }

  /** Throws unless a value is allowed. */
  public static void unless(boolean allowed, String field, @Nullable Object value, String rule) {
    if (!allowed) {
      throw new BadField(field, value, rule);
    }
  }

  private static String shortened(String value) {
    return value.length() <= MOST_SHOWN ? value : value.substring(0, MOST_SHOWN) + "…";
  }

  public String field() {
    return field;
  }

  public @Nullable String value() {
    return value;
  }
}

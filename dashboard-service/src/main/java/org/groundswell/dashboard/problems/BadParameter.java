package org.groundswell.dashboard.problems;

import java.io.Serial;

/** A query parameter cannot be used; answered as a problem that names it and its value. */
public final class BadParameter extends RuntimeException {

  @Serial private static final long serialVersionUID = 1L;
  private static final int LONGEST_VALUE = 200;

  private final String parameter;
  private final String value;

  /**
   * Cuts a very long value.
   *
   * @param reason why, as a clause that speaks of the parameter as "it"
   */
  public BadParameter(String parameter, Object value, String reason) {
    super(
        "The parameter '%s' cannot be '%s': %s."
            .formatted(shorten(parameter), shorten(value), shorten(reason)));
    this.parameter = shorten(parameter);
    this.value = shorten(value);
  }

  String parameter() {
    return parameter;
  }

  String value() {
    return value;
  }

  private static String shorten(Object value) {
    String text = value.toString();
    return text.length() <= LONGEST_VALUE ? text : text.substring(0, LONGEST_VALUE) + "…";
  }
}

package org.groundswell.start;

/** The service cannot work as it is configured. The words are for the operator. */
final class CannotStart extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final String remedy;

  /**
   * @param description what is wrong; ends with a full stop
   * @param remedy what to do about it
   */
  CannotStart(String description, String remedy) {
    super(description);
    this.remedy = remedy;
  }

  CannotStart(String description, String remedy, Throwable cause) {
    super(description, cause);
    this.remedy = remedy;
  }

  String description() {
    return String.valueOf(getMessage());
  }

  String remedy() {
    return remedy;
  }
}

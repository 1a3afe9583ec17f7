package org.groundswell.nlp.intake;

/**
 * A failure as logs may show it: what and where, without its message, which may quote what a person
 * has written.
 */
final class UnquotedFailure extends Exception {

  private static final long serialVersionUID = 1L;

  private UnquotedFailure(Throwable failure) {
    super(failure.getClass().getName());
    setStackTrace(failure.getStackTrace());
  }

  /** Returns it without its messages and causes. */
  static UnquotedFailure of(Throwable failure) {
    return new UnquotedFailure(failure);
  }
}

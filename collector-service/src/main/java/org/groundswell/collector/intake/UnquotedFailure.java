package org.groundswell.collector.intake;

/**
 * A failure as logs may show it: what and where, without its message, which may quote what a person
 * has written.
 */
public final class UnquotedFailure extends Exception {

  private static final long serialVersionUID = 1L;

  private UnquotedFailure(Throwable failure) {
    super(failure.getClass().getName());
    setStackTrace(failure.getStackTrace());
  }

  /** Returns it without its messages and causes. */
  public static UnquotedFailure of(Throwable failure) {
    return new UnquotedFailure(failure);
  }
}

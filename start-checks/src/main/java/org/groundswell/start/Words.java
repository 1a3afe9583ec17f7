package org.groundswell.start;

import org.jspecify.annotations.Nullable;

/** What exceptions say. */
final class Words {

  private Words() {}

  /** Returns the message of the failure, and that of the cause of all when it says more. */
  static String innermost(Throwable failure) {
    String first = message(failure);
    String last = message(root(failure));
    return first.contains(last) ? first : first + ": " + last;
  }

  static Throwable root(Throwable failure) {
    Throwable cause = failure.getCause();
    return cause == null ? failure : root(cause);
  }

  private static String message(Throwable failure) {
    @Nullable String message = failure.getMessage();
    return message == null ? failure.getClass().getSimpleName() : message.strip();
  }
}

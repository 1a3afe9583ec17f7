package org.groundswell.start;

import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What exceptions say. */
final class Words {

  private Words() {}

  /** Returns the message of the failure, and that of the cause of all when it says more. */
  static String innermost(Throwable failure) {
    String first = message(failure);
    String last = causes(failure).reduce((_, inner) -> inner).map(Words::message).orElse(first);
    return first.contains(last) ? first : first + ": " + last;
  }

  /** Returns the failure and what caused it, outermost first. */
  static Stream<Throwable> causes(Throwable failure) {
    return Stream.iterate(failure, it -> it != null, Throwable::getCause);
  }

  private static String message(Throwable failure) {
    @Nullable String message = failure.getMessage();
    return message == null ? failure.getClass().getSimpleName() : message.strip();
  }
}

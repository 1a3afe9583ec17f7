package org.groundswell.quickstart.failure;

import org.jspecify.annotations.Nullable;

/**
 * The run cannot start or go on, for a reason that a person can act on.
 *
 * <p>The message is one sentence (for a service that ended, its last lines may follow) and is shown
 * as it is, without a stack trace.
 */
public class CannotRun extends RuntimeException {

  private static final long serialVersionUID = 1L;

  public CannotRun(String sentence) {
    super(sentence);
  }

  public CannotRun(String sentence, @Nullable Throwable cause) {
    super(sentence, cause);
  }
}

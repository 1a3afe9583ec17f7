package org.groundswell.dashboard.problems;

import java.io.Serial;

/** There is nothing under this id; answered with status 404. */
public final class NotFound extends RuntimeException {

  @Serial private static final long serialVersionUID = 1L;

  /**
   * Names what is missing.
   *
   * @param what kind of thing, a noun
   */
  public NotFound(String what, String id) {
    super("There is no %s with the id '%s'.".formatted(what, id));
  }
}

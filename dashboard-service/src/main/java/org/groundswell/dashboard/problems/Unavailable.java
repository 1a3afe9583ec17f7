package org.groundswell.dashboard.problems;

import java.io.Serial;

/** The service cannot answer now but may soon; answered with status 503. */
public final class Unavailable extends RuntimeException {

  @Serial private static final long serialVersionUID = 1L;

  public Unavailable(String reason) {
    super(reason);
  }
}

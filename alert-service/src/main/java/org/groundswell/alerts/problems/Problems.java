package org.groundswell.alerts.problems;

import org.springframework.http.HttpStatus;
import org.springframework.web.ErrorResponseException;

/** Answers as RFC 9457 has them. */
public final class Problems {

  private Problems() {}

  /** Returns what to throw so that a request is answered with this status and sentence. */
  public static ErrorResponseException of(HttpStatus status, String detail) {
    var problem = new ErrorResponseException(status);
    problem.setDetail(detail);
    return problem;
  }
}

package org.groundswell.nlp.analyses;

import org.springframework.http.HttpStatus;
import org.springframework.web.ErrorResponseException;

/** Answers as RFC 9457 has them. */
final class Problems {

  private Problems() {}

  static ErrorResponseException of(HttpStatus status, String detail) {
    var problem = new ErrorResponseException(status);
    problem.setDetail(detail);
    return problem;
  }
}

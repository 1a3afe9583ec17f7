package org.groundswell.alerts.problems;

import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;

/** Gives every refusal the form of RFC 9457. */
@RestControllerAdvice
class ProblemAdvice extends ResponseEntityExceptionHandler {

  @ExceptionHandler
  ProblemDetail onBadField(BadField bad) {
    var problem =
        ProblemDetail.forStatusAndDetail(HttpStatus.BAD_REQUEST, String.valueOf(bad.getMessage()));
    problem.setProperty("field", bad.field());
    if (bad.value() != null) {
      problem.setProperty("value", bad.value());
    }
    return problem;
  }
}

package org.groundswell.dashboard.problems;

import java.net.URI;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.InvalidDataAccessResourceUsageException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.orm.jpa.JpaSystemException;
import org.springframework.transaction.TransactionException;
import org.springframework.web.bind.MethodArgumentNotValidException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;

/**
 * Answers every failure of the API as {@code application/problem+json}; what Spring itself finds
 * wrong with a request (method, media type, path) included.
 */
@RestControllerAdvice
class ProblemAdvice extends ResponseEntityExceptionHandler {

  private static final Logger LOG = LoggerFactory.getLogger(ProblemAdvice.class);
  private static final Duration RETRY_AFTER = Duration.ofSeconds(5);

  @ExceptionHandler
  ProblemDetail onBadParameter(BadParameter bad) {
    ProblemDetail problem = problem(HttpStatus.BAD_REQUEST, "bad-parameter", "Bad parameter", bad);
    problem.setProperty("parameter", bad.parameter());
    problem.setProperty("value", bad.value());
    return problem;
  }

  @ExceptionHandler
  ProblemDetail onBadField(BadField bad) {
    ProblemDetail problem = problem(HttpStatus.BAD_REQUEST, "bad-field", "Bad field", bad);
    problem.setProperty("field", bad.field());
    problem.setProperty("value", bad.value());
    return problem;
  }

  @ExceptionHandler
  ProblemDetail onNotFound(NotFound missing) {
    return problem(HttpStatus.NOT_FOUND, "not-found", "Not found", missing);
  }

  @ExceptionHandler
  ResponseEntity<ProblemDetail> onUnavailable(Unavailable reason) {
    return later(reason);
  }

  @ExceptionHandler({
    DataAccessResourceFailureException.class,
    InvalidDataAccessResourceUsageException.class, // the alert service has made no tables yet
    JpaSystemException.class,
    TransientDataAccessException.class,
    TransactionException.class
  })
  ResponseEntity<ProblemDetail> onDatabaseFailure(RuntimeException failure) {
    LOG.warn("The database cannot be read: {}", failure.getMessage());
    return later(new Unavailable("The database cannot be read at present."));
  }

  @ExceptionHandler
  ProblemDetail onDefect(RuntimeException defect) {
    LOG.error("A request failed for a reason that is no fault of the caller", defect);
    return problem(
        HttpStatus.INTERNAL_SERVER_ERROR,
        "defect",
        "Internal error",
        new IllegalStateException("The service failed; its log says why."));
  }

  @Override
  protected @Nullable ResponseEntity<Object> handleMethodArgumentNotValid(
      MethodArgumentNotValidException invalid,
      HttpHeaders headers,
      HttpStatusCode status,
      WebRequest request) {
    ProblemDetail problem = onBadParameter(BindingFaults.toBadParameter(invalid));
    return handleExceptionInternal(invalid, problem, headers, status, request);
  }

  private static ResponseEntity<ProblemDetail> later(Unavailable reason) {
    ProblemDetail problem =
        problem(HttpStatus.SERVICE_UNAVAILABLE, "unavailable", "Not available now", reason);
    return ResponseEntity.of(problem)
        .header(HttpHeaders.RETRY_AFTER, Long.toString(RETRY_AFTER.toSeconds()))
        .build();
  }

  private static ProblemDetail problem(
      HttpStatus status, String type, String title, RuntimeException reason) {
    ProblemDetail problem = ProblemDetail.forStatusAndDetail(status, reason.getMessage());
    problem.setType(URI.create("urn:groundswell:problem:" + type));
    problem.setTitle(title);
    return problem;
  }
}

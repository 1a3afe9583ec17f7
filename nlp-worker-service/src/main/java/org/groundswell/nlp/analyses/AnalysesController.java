package org.groundswell.nlp.analyses;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * {@code POST /api/v1/analyses}: one JSON object, or NDJSON of many with NDJSON back in the same
 * order. Nothing of it is kept.
 */
@RestController
class AnalysesController {

  private static final String PATH = "/api/v1/analyses";

  private final Analyses analyses;
  private final AnalysesAccess access;

  AnalysesController(Analyses analyses, AnalysesAccess access) {
    this.analyses = analyses;
    this.access = access;
  }

  @PostMapping(path = PATH, consumes = MediaType.APPLICATION_JSON_VALUE)
  AnalysisAnswer one(
      HttpServletRequest request,
      @RequestParam(name = "explain", defaultValue = "false") boolean explain)
      throws IOException {
    access.check(request);
    return analyses.one(request.getInputStream(), explain);
  }

  @PostMapping(path = PATH, consumes = MediaType.APPLICATION_NDJSON_VALUE)
  void many(
      HttpServletRequest request,
      HttpServletResponse response,
      @RequestParam(name = "explain", defaultValue = "false") boolean explain)
      throws IOException {
    access.check(request);
    response.setContentType(MediaType.APPLICATION_NDJSON_VALUE);
    analyses.many(request.getInputStream(), explain, response::getOutputStream);
  }

  @ExceptionHandler
  ProblemDetail onBadField(BadField bad, HttpServletResponse response) {
    response.setHeader(HttpHeaders.CONTENT_TYPE, MediaType.APPLICATION_PROBLEM_JSON_VALUE);
    ProblemDetail problem = ProblemDetail.forStatusAndDetail(HttpStatus.BAD_REQUEST, bad.rule());
    problem.setProperty("field", bad.field());
    problem.setProperty("value", bad.value());
    return problem;
  }
}

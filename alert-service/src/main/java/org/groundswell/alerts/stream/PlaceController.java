package org.groundswell.alerts.stream;

import java.net.URI;
import org.groundswell.alerts.detection.PlaceReport;
import org.groundswell.alerts.problems.BadField;
import org.groundswell.alerts.problems.Problems;
import org.groundswell.alerts.stream.PlaceQueries.Elsewhere;
import org.groundswell.alerts.stream.PlaceQueries.Known;
import org.groundswell.alerts.stream.PlaceQueries.NeverSpokenOf;
import org.groundswell.alerts.stream.PlaceQueries.NotNow;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.ErrorResponseException;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What detection knows of a place, for operators. */
@RestController
@RequestMapping("/api/v1/places")
class PlaceController {

  private static final String RETRY_SECONDS = "5";

  private final PlaceQueries queries;

  PlaceController(PlaceQueries queries) {
    this.queries = queries;
  }

  /** Answers for a town, division or country by its GeoNames id. */
  @GetMapping("/{geonameId}")
  ResponseEntity<PlaceReport> report(@PathVariable String geonameId) {
    long id = number(geonameId);
    return switch (queries.ask(id)) {
      case Known(PlaceReport report) -> ResponseEntity.ok(report);
      case Elsewhere(var host) ->
          ResponseEntity.status(HttpStatus.TEMPORARY_REDIRECT)
              .location(
                  URI.create(
                      "http://%s:%d/api/v1/places/%d".formatted(host.host(), host.port(), id)))
              .build();
      case NeverSpokenOf _ ->
          throw Problems.of(
              HttpStatus.NOT_FOUND, "No post about place %d has been heard of".formatted(id));
      case NotNow(String state) -> throw unavailable(state);
    };
  }

  private static long number(String geonameId) {
    BadField.unless(
        geonameId.matches("[1-9]\\d{0,17}"), "geonameId", geonameId, "a whole number above 0");
    return Long.parseLong(geonameId);
  }

  private static ErrorResponseException unavailable(String state) {
    var problem =
        Problems.of(HttpStatus.SERVICE_UNAVAILABLE, "Detection cannot be asked now: " + state);
    problem.getHeaders().set(HttpHeaders.RETRY_AFTER, RETRY_SECONDS);
    return problem;
  }
}

package org.groundswell.dashboard.cap;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.groundswell.dashboard.alerts.Revision;
import org.groundswell.dashboard.alerts.RevisionArchive;
import org.groundswell.dashboard.problems.NotFound;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Alerts in the Common Alerting Protocol, one message for each revision. */
@RestController
@RequestMapping(path = "/api/v1/alerts/{id}", produces = CapController.CAP)
@Tag(name = "CAP", description = "The Common Alerting Protocol 1.2 (OASIS)")
@ApiResponse(
    responseCode = "200",
    description = "The message",
    content = @Content(mediaType = CapController.CAP, schema = @Schema(type = "string")))
@ApiResponse(
    responseCode = "404",
    description = "There is no such alert, or no such revision of it is kept",
    content = @Content(mediaType = MediaType.APPLICATION_PROBLEM_JSON_VALUE))
@ApiResponse(
    responseCode = "503",
    description = "The database cannot be read at present",
    content = @Content(mediaType = MediaType.APPLICATION_PROBLEM_JSON_VALUE))
class CapController {

  static final String CAP = "application/cap+xml";

  // A message replaces all that it refers to, so those before had been replaced already.
  private static final int MOST_REFERENCES = 100;

  private final RevisionArchive revisions;
  private final CapProperties sender;

  CapController(RevisionArchive revisions, CapProperties sender) {
    this.revisions = revisions;
    this.sender = sender;
  }

  @GetMapping("/cap")
  @Operation(operationId = "getCap", summary = "Get an alert's newest message")
  ResponseEntity<byte[]> newest(@PathVariable String id) {
    return answer(revisions.newest(id).orElseThrow(() -> new NotFound("revision of an alert", id)));
  }

  @GetMapping("/revisions/{revision}/cap")
  @Operation(operationId = "getCapOfRevision", summary = "Get the message of one revision")
  ResponseEntity<byte[]> one(@PathVariable String id, @PathVariable int revision) {
    return answer(
        revisions
            .find(id, revision)
            .orElseThrow(() -> new NotFound("revision", id + "." + revision)));
  }

  private ResponseEntity<byte[]> answer(Revision revision) {
    String id = revision.alert().id();
    int number = revision.alert().revision();
    var earlier = revisions.before(id, number, MOST_REFERENCES);
    return ResponseEntity.ok()
        .eTag("\"%d\"".formatted(number))
        .cacheControl(CacheControl.noCache())
        .contentType(MediaType.parseMediaType(CAP))
        .body(CapMessage.of(sender, revision, earlier));
  }
}

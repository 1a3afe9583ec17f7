package org.groundswell.dashboard.alerts;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.groundswell.dashboard.problems.NotFound;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.http.MediaType;
import org.springframework.web.bind.WebDataBinder;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.InitBinder;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.support.ExtendedServletRequestDataBinder;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/** The history of an alert over REST. */
@RestController
@RequestMapping("/api/v1/alerts/{id}/revisions")
@Tag(name = "Alerts")
@ApiResponse(
    responseCode = "400",
    description = "A parameter cannot be used; parameter and value say which",
    content = @Content(mediaType = MediaType.APPLICATION_PROBLEM_JSON_VALUE))
@ApiResponse(
    responseCode = "404",
    description = "There is no such alert or revision",
    content = @Content(mediaType = MediaType.APPLICATION_PROBLEM_JSON_VALUE))
@ApiResponse(
    responseCode = "503",
    description = "The database cannot be read at present",
    content = @Content(mediaType = MediaType.APPLICATION_PROBLEM_JSON_VALUE))
class RevisionController {

  private final AlertArchive alerts;
  private final RevisionArchive revisions;

  RevisionController(AlertArchive alerts, RevisionArchive revisions) {
    this.alerts = alerts;
    this.revisions = revisions;
  }

  @InitBinder
  void bindQueryOnly(WebDataBinder binder) {
    if (binder instanceof ExtendedServletRequestDataBinder extended) {
      // Spring would take a missing parameter from a header or the path.
      extended.setHeaderPredicate(_ -> false);
    }
  }

  @GetMapping
  @Operation(
      operationId = "listRevisions",
      summary = "List the revisions of an alert, oldest first, without evidence",
      description = "An alert of before revisions were kept may have none. Follow page.next.")
  @ApiResponse(responseCode = "200", description = "A page of revisions")
  RevisionPage list(@PathVariable String id, @ParameterObject RevisionSearch search) {
    search.check();
    List<Revision> found = revisions.after(id, search.from(), search.most() + 1);
    if (found.isEmpty() && alerts.findWithoutEvidence(id).isEmpty()) {
      throw new NotFound("alert", id);
    }
    List<Revision> shown = found.subList(0, Math.min(found.size(), search.most()));
    @Nullable String next = found.size() > shown.size() ? next(shown.getLast()) : null;
    return new RevisionPage(shown, new RevisionPage.Page(search.most(), next));
  }

  @GetMapping("/{revision}")
  @Operation(operationId = "getRevision", summary = "Get an alert as it was after one revision")
  @ApiResponse(responseCode = "200", description = "The revision, without evidence")
  Revision get(@PathVariable String id, @PathVariable int revision) {
    return revisions
        .find(id, revision)
        .orElseThrow(() -> new NotFound("revision", id + "." + revision));
  }

  // Path and query only: behind a proxy this service does not know its own name.
  private static String next(Revision last) {
    return ServletUriComponentsBuilder.fromCurrentRequest()
        .scheme(null)
        .host(null)
        .port(null)
        .replaceQueryParam("after", last.alert().revision())
        .toUriString();
  }
}

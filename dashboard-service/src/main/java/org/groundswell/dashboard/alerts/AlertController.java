package org.groundswell.dashboard.alerts;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.groundswell.dashboard.alerts.AlertArchive.Found;
import org.groundswell.dashboard.problems.NotFound;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.WebDataBinder;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.InitBinder;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.support.ExtendedServletRequestDataBinder;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/** Alerts over REST. */
@RestController
@RequestMapping("/api/v1/alerts")
@Tag(name = "Alerts", description = "Machine-made from public posts and not verified")
@ApiResponse(
    responseCode = "400",
    description = "A parameter cannot be used; parameter and value say which",
    content = @Content(mediaType = MediaType.APPLICATION_PROBLEM_JSON_VALUE))
@ApiResponse(
    responseCode = "503",
    description = "The database cannot be read at present",
    content = @Content(mediaType = MediaType.APPLICATION_PROBLEM_JSON_VALUE))
class AlertController {

  static final String GEO_JSON = "application/geo+json";

  private final AlertArchive archive;
  private final PageProperties pages;

  AlertController(AlertArchive archive, PageProperties pages) {
    this.archive = archive;
    this.pages = pages;
  }

  @InitBinder
  void bindQueryOnly(WebDataBinder binder) {
    if (binder instanceof ExtendedServletRequestDataBinder extended) {
      // Spring would take a missing parameter from a header of the same name.
      extended.setHeaderPredicate(_ -> false);
    }
  }

  @GetMapping
  @Operation(
      operationId = "listAlerts",
      summary = "List alerts, most recently raised first, without their evidence",
      description =
          "Lists take several values separated by commas or repeat the parameter. A parameter this"
              + " service does not know is refused. Follow page.next for more: pages stay right"
              + " while alerts arrive.")
  @ApiResponse(
      responseCode = "200",
      description = "A page of alerts",
      content = {
        @Content(
            mediaType = MediaType.APPLICATION_JSON_VALUE,
            schema = @Schema(implementation = AlertPage.class)),
        @Content(mediaType = GEO_JSON, schema = @Schema(implementation = FeatureCollection.class))
      })
  AlertPage list(@ParameterObject AlertSearch search) {
    return page(search);
  }

  @GetMapping(produces = GEO_JSON)
  @Operation(hidden = true) // described with the other form
  FeatureCollection listAsGeoJson(@ParameterObject AlertSearch search) {
    return FeatureCollection.of(page(search));
  }

  @GetMapping("/{id}")
  @Operation(
      operationId = "getAlert",
      summary = "Get one alert with its evidence",
      description = "The entity tag is the alert's revision.")
  @ApiResponse(responseCode = "200", description = "The alert")
  @ApiResponse(
      responseCode = "404",
      description = "There is no such alert",
      content = @Content(mediaType = MediaType.APPLICATION_PROBLEM_JSON_VALUE))
  ResponseEntity<Alert> get(
      @Parameter(description = "The alert's id", example = "5d3c1f0a9b8e7d6c5d3c1f0a9b8e7d6c")
          @PathVariable
          String id) {
    Alert alert = archive.find(id).orElseThrow(() -> new NotFound("alert", id));
    return ResponseEntity.ok()
        .eTag("\"%d\"".formatted(alert.revision()))
        .cacheControl(CacheControl.noCache())
        .body(alert);
  }

  private AlertPage page(AlertSearch search) {
    search.check(pages.maxSize());
    int size = search.size() == null ? pages.defaultSize() : search.size();
    Found found = archive.find(search, size);
    var page = new AlertPage.Page(size, found.total(), next(found));
    return new AlertPage(found.alerts().getContent(), page);
  }

  // Path and query only: behind a proxy this service does not know its own name.
  private static @Nullable String next(Found found) {
    if (found.alerts().isLast()) {
      return null;
    }
    Alert last = found.alerts().getContent().getLast();
    return ServletUriComponentsBuilder.fromCurrentRequest()
        .scheme(null)
        .host(null)
        .port(null)
        .replaceQueryParam("after", new Cursor(last.detected(), last.id()))
        .toUriString();
  }
}

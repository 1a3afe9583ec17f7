package org.groundswell.dashboard.live;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.groundswell.dashboard.alerts.Alert;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/** Alerts as they are published. */
@RestController
@Tag(name = "Alerts")
class LiveController {

  private final Listeners listeners;

  LiveController(Listeners listeners) {
    this.listeners = listeners;
  }

  @GetMapping(path = "/api/v1/alerts/stream", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
  @Operation(
      operationId = "streamAlerts",
      summary = "Follow alerts as they are published",
      description =
          "Server-sent events named alert; each carries the whole alert with its evidence. A"
              + " revision may come twice, and none is kept for a stream that was interrupted: ask"
              + " for the list after every reconnect. The stream ends after a time that the"
              + " service's configuration sets; open it again.")
  @ApiResponse(
      responseCode = "200",
      description = "Events until either side ends the stream",
      content =
          @Content(
              mediaType = MediaType.TEXT_EVENT_STREAM_VALUE,
              schema = @Schema(implementation = Alert.class)))
  ResponseEntity<SseEmitter> stream() {
    return ResponseEntity.ok()
        .contentType(MediaType.TEXT_EVENT_STREAM)
        .cacheControl(CacheControl.noStore())
        .header("X-Accel-Buffering", "no") // or nginx would hold events back
        .body(listeners.open());
  }
}

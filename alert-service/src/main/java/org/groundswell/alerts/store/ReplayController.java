package org.groundswell.alerts.store;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/**
 * Has the topic of alerts read into the database again, such as after it was set back to an older
 * copy. What is there already does not change.
 */
@RestController
@RequestMapping("/api/v1/replays")
class ReplayController {

  private final AlertSink sink;

  ReplayController(AlertSink sink) {
    this.sink = sink;
  }

  /**
   * From when on to read.
   *
   * @param from by the broker's clock; null for all that the topic still holds
   */
  record Replay(@Nullable Instant from) {}

  /** How many partitions are read again; of several instances each reads its own. */
  record Accepted(int partitions, @Nullable Instant from) {}

  @PostMapping
  @ResponseStatus(HttpStatus.ACCEPTED)
  Accepted replay(@RequestBody Replay replay) {
    return new Accepted(sink.readAgain(replay.from()), replay.from());
  }
}

package org.groundswell.collector.replay;

import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.web.ErrorResponseException;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Says how far the replay is. */
@RestController
class ReplayController {

  private final Optional<Replay> replay;

  ReplayController(Optional<Replay> replay) {
    this.replay = replay;
  }

  @GetMapping("/api/v1/replay")
  ReplayProgress progress() {
    return replay
        .map(Replay::progress)
        .orElseThrow(() -> {
          var problem = new ErrorResponseException(HttpStatus.NOT_FOUND);
          problem.setDetail("This collector replays no file");
          return problem;
        });
  }
}

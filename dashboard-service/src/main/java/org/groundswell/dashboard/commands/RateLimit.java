package org.groundswell.dashboard.commands;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import org.groundswell.dashboard.problems.Refused;
import org.springframework.stereotype.Component;

/** No more than so many commands within any one minute. Thread-safe. */
@Component
class RateLimit {

  private static final Duration WINDOW = Duration.ofMinutes(1);

  private final int most;
  private final Clock clock;
  private final Deque<Instant> taken = new ArrayDeque<>();

  RateLimit(CommandsProperties commands, Clock clock) {
    this.most = commands.perMinute();
    this.clock = clock;
  }

  /**
   * Counts one command.
   *
   * @throws Refused when it is one too many; it is not counted then
   */
  synchronized void take() {
    Instant now = clock.instant();
    Instant start = now.minus(WINDOW);
    taken.removeIf(
        at -> !at.isAfter(start) || at.isAfter(now)); // after now: the clock was set back
    if (taken.size() >= most) {
      throw Refused.tooMany(
          "At most %d commands a minute are taken.".formatted(most),
          Duration.between(start, taken.getFirst()));
    }
    taken.addLast(now);
  }
}

package org.groundswell.quickstart;

import java.io.PrintStream;
import java.time.Duration;
import java.util.Map;
import java.util.OptionalDouble;
import org.apache.kafka.common.TopicPartition;
import org.groundswell.quickstart.failure.CannotRun;
import org.groundswell.quickstart.process.Services;
import org.groundswell.quickstart.progress.Look;
import org.groundswell.quickstart.progress.ProgressLine;
import org.groundswell.quickstart.progress.ReplayShare;
import org.groundswell.quickstart.progress.StreamWatch;

/** Follows the posts of a run until its end. Used by one thread. */
final class Journey {

  private static final Duration BETWEEN_LOOKS = Duration.ofMillis(500);
  private static final Duration BETWEEN_LAST_LOOKS = Duration.ofMillis(50);

  /** Whoever reads the clocks, one a second, commits them: silence is a fault. */
  private static final Duration LONGEST_SILENCE = Duration.ofMinutes(5);

  private final boolean once;
  private final StreamWatch watch;
  private final Services services;
  private final ProgressLine progress;
  private final PrintStream out;
  private final ReplayShare share;
  private Map<TopicPartition, Long> lastWaiting = Map.of();
  private long lastChange = System.nanoTime();
  private boolean toldEnd;
  private boolean toldOverlap;

  Journey(
      boolean once,
      ReplayShare share,
      StreamWatch watch,
      Services services,
      ProgressLine progress,
      PrintStream out) {
    this.once = once;
    this.watch = watch;
    this.services = services;
    this.progress = progress;
    this.out = out;
    this.share = share;
  }

  /**
   * Shows the progress until a stop is requested or, with {@code --once}, all is done.
   *
   * @throws CannotRun when a service that is needed ends, or nothing moves for five minutes
   */
  void follow(StopSignal stop) {
    while (!stop.requested()) {
      services.check(Fleet.WORKER);
      Look look = watch.look();
      progress.show(look.counts(), look.replayed() ? OptionalDouble.of(1) : share.now());
      if (look.done() && end(look)) {
        return;
      }
      tellOverlap();
      requireMovement(look);
      watch.read(look.replayed() && !look.done() ? BETWEEN_LAST_LOOKS : BETWEEN_LOOKS);
    }
  }

  private boolean end(Look look) {
    if (once) {
      progress.say("Everything replayed has been processed");
      out.println(watch.summary(look.counts(), System.currentTimeMillis()).json());
    } else if (!toldEnd) {
      toldEnd = true;
      progress.say("Everything replayed has been processed; the services go on until Ctrl-C");
    }
    return once;
  }

  private void tellOverlap() {
    if (!toldOverlap) {
      watch
          .overlap()
          .ifPresent(sentence -> {
            progress.say(sentence);
            toldOverlap = true;
          });
    }
  }

  private void requireMovement(Look look) {
    long now = System.nanoTime();
    if (!look.waiting().equals(lastWaiting)) {
      lastWaiting = look.waiting();
      lastChange = now;
    } else if (once && now - lastChange > LONGEST_SILENCE.toNanos()) {
      throw new CannotRun(
          "Nothing has moved for %d minutes in %s; the services' logs may tell why"
              .formatted(LONGEST_SILENCE.toMinutes(), look.waiting()));
    }
  }
}

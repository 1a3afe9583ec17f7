package org.groundswell.collector.intake;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** Has the clock written at its interval, from when the application is up until it goes down. */
@Component
final class ClockTicker implements SmartLifecycle {

  private static final Logger log = LoggerFactory.getLogger(ClockTicker.class);

  private final ClockWriter clocks;
  private final Duration interval;
  private final ScheduledExecutorService timer =
      Executors.newSingleThreadScheduledExecutor(Thread.ofPlatform().name("clock").factory());
  private volatile boolean running;
  private volatile long triedNanos = System.nanoTime();

  ClockTicker(ClockWriter clocks, CollectorProperties properties) {
    this.clocks = clocks;
    this.interval = properties.clockInterval();
  }

  @Override
  public void start() {
    running = true;
    triedNanos = System.nanoTime();
    long period = interval.toNanos();
    var _ = timer.scheduleWithFixedDelay(this::tick, period, period, TimeUnit.NANOSECONDS);
  }

  @Override
  public void stop() {
    running = false;
    timer.shutdownNow();
  }

  @Override
  public boolean isRunning() {
    return running;
  }

  /** Returns the time since the clock was last written, or tried in vain to be. */
  Duration sinceLastTry() {
    return Duration.ofNanos(System.nanoTime() - triedNanos);
  }

  private void tick() {
    try {
      clocks.tick();
    } catch (RuntimeException e) { // whatever it is, an exception must not end the timer
      if (running) {
        log.warn("The clock could not be written and is tried again: {}", e.toString());
      }
    }
    triedNanos = System.nanoTime();
  }
}

package org.groundswell.collector.intake;

import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Has told what was counted behind the last clock when the application goes down: after the sources
 * and the web server, which stop in higher phases, and before the producer is closed in a lower
 * one.
 */
@Component
final class LastWord implements SmartLifecycle {

  private final ClockWriter clocks;
  private volatile boolean running;

  LastWord(ClockWriter clocks) {
    this.clocks = clocks;
  }

  @Override
  public int getPhase() {
    return 0;
  }

  @Override
  public void start() {
    running = true;
  }

  @Override
  public void stop() {
    running = false;
    clocks.end();
  }

  @Override
  public boolean isRunning() {
    return running;
  }
}

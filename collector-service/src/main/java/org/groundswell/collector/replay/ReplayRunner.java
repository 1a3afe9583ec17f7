package org.groundswell.collector.replay;

import java.time.Duration;
import org.groundswell.collector.intake.SourceThread;
import org.groundswell.collector.replay.ReplayProgress.State;
import org.jspecify.annotations.Nullable;
import org.springframework.context.SmartLifecycle;

/**
 * Runs the replay in a thread of its own while the application is up, and ends the process with
 * status 1 when it fails.
 */
final class ReplayRunner implements SmartLifecycle, SourceThread {

  /** For the records on their way; the producer is closed after it. */
  private static final Duration LONGEST_STOP = Duration.ofSeconds(5);

  private final Replay replay;
  private final String source;
  private final ProcessEnd process;
  private volatile @Nullable Thread thread;

  ReplayRunner(Replay replay, String source, ProcessEnd process) {
    this.replay = replay;
    this.source = source;
    this.process = process;
  }

  @Override
  public void start() {
    thread = Thread.ofPlatform().name("replay").start(this::run);
  }

  @Override
  public void stop() {
    Thread running = thread;
    thread = null;
    if (running != null) {
      replay.stop();
      running.interrupt();
      await(running);
    }
  }

  @Override
  public boolean isRunning() {
    return thread != null;
  }

  @Override
  public String source() {
    return source;
  }

  @Override
  public boolean hasDied() {
    Thread running = thread;
    State state = replay.progress().state();
    return running != null
        && !running.isAlive()
        && (state == State.PREPARING || state == State.RUNNING);
  }

  private void run() {
    replay.run();
    if (replay.failure() != null) {
      process.with(1);
    }
  }

  private static void await(Thread running) {
    try {
      var _ = running.join(LONGEST_STOP);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}

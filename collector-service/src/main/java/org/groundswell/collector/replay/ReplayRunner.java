package org.groundswell.collector.replay;

import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationContext;
import org.springframework.context.SmartLifecycle;

/** Runs the replay in a thread of its own while the application is up. */
final class ReplayRunner implements SmartLifecycle {

  private final Replay replay;
  private final ApplicationContext context;
  private volatile @Nullable Thread thread;

  ReplayRunner(Replay replay, ApplicationContext context) {
    this.replay = replay;
    this.context = context;
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
      running.interrupt();
    }
  }

  @Override
  public boolean isRunning() {
    return thread != null;
  }

  private void run() {
    replay.run();
    String failure = replay.failure();
    if (failure != null) {
      context.publishEvent(new ReplayFailed(context, failure));
    }
  }
}

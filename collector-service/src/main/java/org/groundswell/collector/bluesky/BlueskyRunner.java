package org.groundswell.collector.bluesky;

import org.groundswell.collector.intake.SourceThread;
import org.jspecify.annotations.Nullable;
import org.springframework.context.SmartLifecycle;

/** Follows the stream in a thread of its own while the application is up. */
final class BlueskyRunner implements SmartLifecycle, SourceThread {

  private final BlueskySource source;
  private volatile @Nullable Thread thread;

  BlueskyRunner(BlueskySource source) {
    this.source = source;
  }

  /** Fails, and the start with it, when the cursor cannot be read. */
  @Override
  public void start() {
    source.prepare();
    thread = Thread.ofPlatform().name("bluesky").start(source::run);
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

  @Override
  public String source() {
    return JetstreamReader.SOURCE;
  }

  @Override
  public boolean hasDied() {
    Thread running = thread;
    return running != null && !running.isAlive();
  }
}

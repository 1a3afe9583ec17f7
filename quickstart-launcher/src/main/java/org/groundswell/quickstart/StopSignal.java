package org.groundswell.quickstart;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Turns Ctrl-C and SIGTERM into an orderly end: the JVM's shutdown waits until the run, which asks
 * {@link #requested()} between its steps, has stopped everything.
 */
final class StopSignal {

  /**
   * The services have 30 seconds together, and PostgreSQL and Kafka stop in a few; what takes
   * longer than this is stuck. A second signal cannot shorten it.
   */
  private static final long PATIENCE_SECONDS = 120;

  private final CountDownLatch ended = new CountDownLatch(1);
  private volatile boolean requested;

  static StopSignal install() {
    var signal = new StopSignal();
    Runtime.getRuntime().addShutdownHook(new Thread(signal::requestAndWait, "stop-signal"));
    return signal;
  }

  boolean requested() {
    return requested;
  }

  /** Says that nothing is left to stop. */
  void ended() {
    ended.countDown();
  }

  private void requestAndWait() {
    requested = true;
    try {
      if (!ended.await(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
        System.err.println("The quickstart did not stop in time");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}

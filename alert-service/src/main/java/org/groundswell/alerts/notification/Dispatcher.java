package org.groundswell.alerts.notification;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Sends what is due, again and again. When the service stops, what is being sent is finished first;
 * when it is killed, another instance or the next start sends it again after a while.
 */
@Component
class Dispatcher implements SmartLifecycle {

  private static final Logger LOG = LoggerFactory.getLogger(Dispatcher.class);

  /** More than an attempt takes and what is written down of it. */
  private static final Duration MARGIN = Duration.ofMinutes(1);

  private static final Duration BETWEEN_CLEANINGS = Duration.ofMinutes(10);

  private final Outbox outbox;
  private final Deliverer deliverer;
  private final DeadNotifications dead;
  private final NotificationProperties notification;
  private final NotificationCounts counts;
  private final Clock wall;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private Instant cleaned = Instant.EPOCH;
  private volatile @Nullable Run run;

  Dispatcher(
      Outbox outbox,
      Deliverer deliverer,
      DeadNotifications dead,
      NotificationProperties notification,
      NotificationCounts counts,
      Clock wallClock) {
    this.outbox = outbox;
    this.deliverer = deliverer;
    this.dead = dead;
    this.notification = notification;
    this.counts = counts;
    this.wall = wallClock;
  }

  private record Run(Thread thread, CountDownLatch stopping) {}

  @Override
  public void start() {
    var stopping = new CountDownLatch(1);
    run = new Run(Thread.ofPlatform().name("notifications").start(() -> work(stopping)), stopping);
  }

  @Override
  public void stop() {
    Run current = run;
    if (current == null) {
      return;
    }
    current.stopping().countDown();
    try {
      current.thread().join(notification.timeout().plus(MARGIN));
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
    run = null;
  }

  @Override
  public boolean isRunning() {
    return run != null;
  }

  private void work(CountDownLatch stopping) {
    try {
      while (stopping.getCount() > 0) {
        boolean more = tried();
        if (!more) {
          stopping.await(notification.poll().toMillis(), TimeUnit.MILLISECONDS);
        }
      }
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  /** Nothing that fails here, such as a database that is away, may end the work. */
  private boolean tried() throws InterruptedException {
    try {
      return dispatch();
    } catch (RuntimeException e) {
      LOG.warn("Messages wait: {}", e.getClass().getSimpleName());
      return false;
    }
  }

  /** Sends what is due now; returns whether there may be more. */
  boolean dispatch() throws InterruptedException {
    Instant now = wall.instant();
    List<Delivery> due = outbox.claim(now, now.plus(notification.timeout()).plus(MARGIN));
    threads.invokeAll(due.stream().map(one -> Executors.callable(() -> deliver(one))).toList());
    dead.write();
    if (now.isAfter(cleaned.plus(BETWEEN_CLEANINGS))) {
      outbox.forget(now.minus(notification.retention()));
      cleaned = now;
    }
    counts.pending(outbox.pending());
    return !due.isEmpty();
  }

  /** What fails here is tried again when its claim has run out. */
  private void deliver(Delivery claimed) {
    try {
      deliverer.deliver(claimed);
    } catch (RuntimeException e) {
      LOG.warn("Message {} waits: {}", claimed.id(), e.getClass().getSimpleName());
    }
  }
}

package org.groundswell.dashboard.live;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.groundswell.dashboard.problems.Unavailable;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/**
 * The streams that are open now. They end before the web server stops, which otherwise would wait
 * for them. Thread-safe.
 */
@Component
class Listeners implements SmartLifecycle {

  private final LiveProperties limits;
  private final Set<Listener> open = ConcurrentHashMap.newKeySet();
  private final Counter cutOff;
  private volatile boolean running;

  Listeners(LiveProperties limits, MeterRegistry meters) {
    this.limits = limits;
    Gauge.builder("groundswell.dashboard.live.listeners", open, Set::size)
        .description("Streams open now")
        .register(meters);
    cutOff =
        Counter.builder("groundswell.dashboard.live.cut.off")
            .description("Streams ended because their reader was too slow")
            .register(meters);
  }

  /**
   * Opens one more stream.
   *
   * @throws Unavailable when there are too many, or the service is about to stop
   */
  synchronized SseEmitter open() {
    if (!running) {
      throw new Unavailable("The service is about to stop.");
    }
    if (open.size() >= limits.maxListeners()) {
      throw new Unavailable(
          "All %d live streams are taken; ask for the list instead."
              .formatted(limits.maxListeners()));
    }
    var listener = new Listener(limits, open::remove);
    open.add(listener);
    return listener.start();
  }

  /** Passes an alert, as JSON, on to every stream. Never blocks. */
  void publish(String alert) {
    open.removeIf(listener -> !reached(listener, alert));
  }

  private boolean reached(Listener listener, String alert) {
    boolean queued = listener.offer(alert);
    if (!queued) {
      cutOff.increment();
      listener.end();
    }
    return queued;
  }

  @Override
  public void start() {
    running = true;
  }

  @Override
  public synchronized void stop() {
    running = false;
    open.forEach(Listener::end);
  }

  @Override
  public boolean isRunning() {
    return running;
  }
}

package org.groundswell.system.faults;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.LockSupport;
import org.groundswell.system.cluster.ServiceProcess;

/**
 * Asks dashboards for alerts all the time. Where there are several, the one that answered last is
 * asked first and the others when it does not, as a load balancer does.
 */
final class Availability implements AutoCloseable {

  private static final String QUESTION = "/api/v1/alerts?size=5";
  private static final Duration BETWEEN_QUESTIONS = Duration.ofMillis(20);

  private final List<ServiceProcess> instances;
  private final ExecutorService thread = Executors.newSingleThreadExecutor();
  private final Silence silence = new Silence();
  private int preferred;
  private volatile boolean closing;

  private Availability(List<ServiceProcess> instances) {
    this.instances = instances;
  }

  static Availability of(List<ServiceProcess> instances) {
    var availability = new Availability(List.copyOf(instances));
    availability.thread.execute(availability::ask);
    return availability;
  }

  Silence silence() {
    return silence;
  }

  @Override
  public void close() {
    closing = true;
    thread.close();
  }

  private void ask() {
    while (!closing) {
      for (int tries = 0; tries < instances.size() && !answers(); tries++) {
        preferred = (preferred + 1) % instances.size();
      }
      LockSupport.parkNanos(BETWEEN_QUESTIONS.toNanos());
    }
  }

  private boolean answers() {
    try {
      boolean answered = instances.get(preferred).get(QUESTION).statusCode() == 200;
      if (answered) {
        silence.answered();
      }
      return answered;
    } catch (IOException _) {
      return false;
    }
  }
}

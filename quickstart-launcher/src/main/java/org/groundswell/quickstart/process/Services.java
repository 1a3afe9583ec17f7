package org.groundswell.quickstart.process;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Function;
import org.groundswell.quickstart.failure.CannotRun;
import org.groundswell.quickstart.folder.DataFolder;
import org.groundswell.servers.FreePorts;

/**
 * All services of a run, started in stages and stopped in the reverse order.
 *
 * <p>Used by one thread.
 */
public final class Services implements AutoCloseable {

  private static final Duration READY_WITHIN = Duration.ofMinutes(5);
  private static final Duration BETWEEN_CHECKS = Duration.ofSeconds(5);

  /** Beyond the services' own 20 seconds for open requests nothing good is to be expected. */
  private static final Duration STOPPED_WITHIN = Duration.ofSeconds(25);

  private static final Duration KILLED_WITHIN = Duration.ofSeconds(5);
  private static final Duration BETWEEN_LOOKS = Duration.ofMillis(150);

  private final DataFolder folder;
  private final Watchdog watchdog;
  private final BooleanSupplier stopRequested;
  private final Consumer<String> say;
  private final List<List<ServiceProcess>> stages = new ArrayList<>();
  private final Set<ServiceProcess> reported = new HashSet<>();
  private final Set<String> moved = new HashSet<>();
  private final Liveness liveness = new Liveness();
  private long lastCheck = System.nanoTime();

  /**
   * @param stopRequested ends the wait for a service that is still starting
   * @param say receives a line for the person at the terminal
   */
  public Services(
      DataFolder folder, Watchdog watchdog, BooleanSupplier stopRequested, Consumer<String> say) {
    this.folder = folder;
    this.watchdog = watchdog;
    this.stopRequested = stopRequested;
    this.say = say;
  }

  /**
   * Starts services side by side and waits until all of them are ready for traffic, those that wait
   * for later stages excepted.
   *
   * @return false when a stop was requested meanwhile
   * @throws CannotRun when one ends, or is not ready within five minutes
   */
  public boolean start(List<Service> services) {
    var stage = new ArrayList<ServiceProcess>();
    stages.add(stage);
    services.forEach(service -> stage.add(launch(service)));
    return await(stage, Service::gate);
  }

  /**
   * Reports workers that ended since the last call. Every five seconds it also asks all services
   * whether they still work; one that denies it twice in a row is killed and counts as ended.
   *
   * @param expendable the prefix of the names of services that a run can lose while one is left
   * @throws CannotRun when another service has ended, or the last of the expendable ones
   */
  public void check(String expendable) {
    for (ServiceProcess process : all()) {
      if (!process.alive() && reported.add(process)) {
        report(process, process.failure(), expendable);
      }
    }
    if (System.nanoTime() - lastCheck > BETWEEN_CHECKS.toNanos()) {
      lastCheck = System.nanoTime();
      checkLiveness(expendable);
    }
  }

  /**
   * Asks all to stop, those that write before those that read them, and waits for all together;
   * kills what does not stop within 25 seconds.
   */
  @Override
  public void close() {
    List<ServiceProcess> all = all().reversed();
    all.forEach(ServiceProcess::askToStop);
    try {
      List<ServiceProcess> stuck = awaitEnd(all, STOPPED_WITHIN);
      stuck.forEach(ServiceProcess::kill);
      awaitEnd(stuck, KILLED_WITHIN);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    all.stream().filter(it -> !it.alive()).forEach(it -> watchdog.forget(it.pid()));
    liveness.close();
  }

  /**
   * Waits until those services are ready that waited for later stages.
   *
   * @return false when a stop was requested meanwhile
   * @throws CannotRun when one ends, or is not ready within five minutes
   */
  public boolean awaitReady() {
    var waiting = all().stream().filter(it -> it.service().waitsForOthers()).toList();
    return await(waiting, Service::readiness);
  }

  private ServiceProcess launch(Service service) {
    var process = ServiceProcess.start(service, folder);
    watchdog.watch(process.pid());
    return process;
  }

  private void report(ServiceProcess process, CannotRun failure, String expendable) {
    if (!process.service().name().startsWith(expendable) || noneLeft(expendable)) {
      throw failure;
    }
    say.accept(failure.getMessage() + "\nThe others go on without it.");
  }

  private void checkLiveness(String expendable) {
    try {
      for (ServiceProcess process : all()) {
        if (process.alive() && liveness.broken(process.service())) {
          reported.add(process);
          process.kill();
          awaitEnd(List.of(process), KILLED_WITHIN);
          report(process, process.brokenness(), expendable);
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Returns those that have not ended in time. */
  private static List<ServiceProcess> awaitEnd(List<ServiceProcess> processes, Duration patience)
      throws InterruptedException {
    long deadline = System.nanoTime() + patience.toNanos();
    var left = new ArrayList<ServiceProcess>();
    for (ServiceProcess process : processes) {
      if (!process.awaitEnd(deadline)) {
        left.add(process);
      }
    }
    return left;
  }

  private boolean await(List<ServiceProcess> stage, Function<Service, URI> question) {
    long deadline = System.nanoTime() + READY_WITHIN.toNanos();
    var waiting = new ArrayList<>(stage);
    try (var http = HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build()) {
      while (!waiting.isEmpty() && !stopRequested.getAsBoolean()) {
        moveFromTakenPorts(waiting);
        failIfEnded();
        removeReady(waiting, question, http);
        failIfLate(waiting, deadline);
        Thread.sleep(BETWEEN_LOOKS);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return waiting.isEmpty();
  }

  private void removeReady(
      List<ServiceProcess> waiting, Function<Service, URI> question, HttpClient http)
      throws InterruptedException {
    for (ServiceProcess process : List.copyOf(waiting)) {
      if (answers(http, question.apply(process.service()))) {
        waiting.remove(process);
        say.accept(
            "%s answers on port %d (process %d)"
                .formatted(process.service().name(), process.service().port(), process.pid()));
      }
    }
  }

  private void failIfLate(List<ServiceProcess> waiting, long deadline) {
    if (!waiting.isEmpty() && System.nanoTime() > deadline) {
      throw new CannotRun(
          "%s was not ready within %d s".formatted(names(waiting), READY_WITHIN.toSeconds()));
    }
  }

  private static boolean answers(HttpClient http, URI health) throws InterruptedException {
    var request = HttpRequest.newBuilder(health).timeout(Duration.ofSeconds(5)).build();
    try {
      return http.send(request, BodyHandlers.discarding()).statusCode() == 200;
    } catch (IOException _) {
      return false; // not listening yet
    }
  }

  /**
   * Starts workers anew, once each, whose port another process has taken since it was chosen;
   * nobody but the launcher knows a worker's port.
   */
  private void moveFromTakenPorts(List<ServiceProcess> waiting) {
    for (List<ServiceProcess> stage : stages) {
      stage.replaceAll(process -> {
        Service service = process.service();
        if (!service.anyPort() || !process.lostItsPort() || !moved.add(service.name())) {
          return process;
        }
        watchdog.forget(process.pid());
        ServiceProcess again = launch(service.on(FreePorts.next()));
        waiting.replaceAll(it -> it.equals(process) ? again : it);
        return again;
      });
    }
  }

  private void failIfEnded() {
    for (ServiceProcess process : all()) {
      if (!process.alive()) {
        throw process.failure();
      }
    }
  }

  private boolean noneLeft(String prefix) {
    return all().stream()
        .filter(process -> process.service().name().startsWith(prefix))
        .noneMatch(ServiceProcess::alive);
  }

  private List<ServiceProcess> all() {
    return stages.stream().flatMap(List::stream).toList();
  }

  private static String names(List<ServiceProcess> processes) {
    return String.join(", ", processes.stream().map(it -> it.service().name()).toList());
  }
}

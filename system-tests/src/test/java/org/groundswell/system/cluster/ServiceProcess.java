package org.groundswell.system.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One instance of a service: a jar in a process of its own, which can be ended and started again
 * with the same name, port and configuration, as Kubernetes does with a container.
 *
 * <p>Used by one thread at a time.
 */
public final class ServiceProcess {

  private static final Duration READY_WITHIN = Duration.ofMinutes(4);

  /**
   * More than the 30 seconds that Kubernetes gives: a loaded machine is no fault of the service.
   */
  private static final Duration ENDED_WITHIN = Duration.ofSeconds(90);

  private static final Duration ANSWER_WITHIN = Duration.ofSeconds(2);
  private static final int LOG_LINES_SHOWN = 30;

  /** What the JVM exits with after SIGTERM and an orderly end. */
  private static final int TERMINATED = 128 + 15;

  private static final HttpClient HTTP =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(ANSWER_WITHIN)
          .build();

  private final String name;
  private final int port;
  private final List<String> command;
  private final Map<String, String> environment;
  private final Path directory;
  private @Nullable Process process;

  ServiceProcess(
      String name,
      int port,
      List<String> command,
      Map<String, String> environment,
      Path directory) {
    this.name = name;
    this.port = port;
    this.command = command;
    this.environment = environment;
    this.directory = directory;
  }

  public String name() {
    return name;
  }

  /** Returns the address of a path of its HTTP interface. */
  public URI at(String path) {
    return URI.create("http://127.0.0.1:" + port + path);
  }

  /** Starts the process and returns at once. */
  public ServiceProcess start() {
    var builder = new ProcessBuilder(command).directory(directory.toFile());
    builder.environment().putAll(environment);
    builder.redirectErrorStream(true).redirectOutput(Redirect.appendTo(log().toFile()));
    try {
      process = builder.start();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return this;
  }

  /** Waits until the service says that it is ready for traffic; fails when its process ends. */
  public ServiceProcess awaitReady() {
    return awaitHealth("readiness");
  }

  /** Waits until the service says that it lives, which some do before others have come. */
  public ServiceProcess awaitLive() {
    return awaitHealth("liveness");
  }

  /**
   * Asks the process to end with SIGTERM, as Kubernetes does, and waits for it.
   *
   * @return how long it took
   */
  public Duration terminate() {
    long began = System.nanoTime();
    running().destroy();
    awaitEnd(ENDED_WITHIN);
    assertThat(running().exitValue())
        .as("Exit status of %s\n%s", name, tail())
        .isEqualTo(TERMINATED);
    return Duration.ofNanos(System.nanoTime() - began);
  }

  /** Ends the process with SIGKILL and waits for it. */
  public void kill() {
    running().destroyForcibly();
    awaitEnd(ENDED_WITHIN);
  }

  /**
   * Asks for a path.
   *
   * @throws IOException when there is no answer within two seconds
   */
  public HttpResponse<String> get(String path) throws IOException {
    try {
      return HTTP.send(
          HttpRequest.newBuilder(at(path)).timeout(ANSWER_WITHIN).build(), BodyHandlers.ofString());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException(e);
    }
  }

  /** Opens a stream of events, as a page does, and reads it until the service ends it. */
  public void follow(String path) {
    var _ = HTTP.sendAsync(HttpRequest.newBuilder(at(path)).build(), BodyHandlers.discarding());
  }

  boolean alive() {
    return process != null && process.isAlive();
  }

  void askToEnd() {
    running().destroy();
  }

  /** Ends what has not ended within the time. */
  void endWithin(Duration patience) {
    if (!waitFor(patience)) {
      kill();
    }
  }

  private ServiceProcess awaitHealth(String group) {
    await(name + " " + group)
        .atMost(READY_WITHIN)
        .pollInterval(Duration.ofMillis(100))
        .until(() -> {
          assertThat(alive()).as("%s has ended:\n%s", name, tail()).isTrue();
          return answersOk("/actuator/health/" + group);
        });
    return this;
  }

  private boolean answersOk(String path) {
    try {
      return get(path).statusCode() == 200;
    } catch (IOException _) {
      return false;
    }
  }

  private void awaitEnd(Duration patience) {
    assertThat(waitFor(patience)).as("%s ended within %s\n%s", name, patience, tail()).isTrue();
  }

  private boolean waitFor(Duration patience) {
    try {
      return running().waitFor(patience.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  private Process running() {
    if (process == null) {
      throw new IllegalStateException(name + " was never started");
    }
    return process;
  }

  private Path log() {
    return directory.resolve(name + ".log");
  }

  private String tail() {
    try (Stream<String> lines = Files.lines(log())) {
      List<String> all = lines.toList();
      return String.join("\n", all.subList(Math.max(0, all.size() - LOG_LINES_SHOWN), all.size()));
    } catch (IOException e) {
      return "(no log: " + e.getMessage() + ")";
    }
  }
}

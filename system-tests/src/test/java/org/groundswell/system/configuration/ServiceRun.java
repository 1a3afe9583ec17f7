package org.groundswell.system.configuration;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.groundswell.servers.FreePorts;

/** A service's jar as a process of its own, configured by environment variables alone. */
public final class ServiceRun implements AutoCloseable {

  private static final HttpClient HTTP =
      HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();
  private static final Duration ANSWER = Duration.ofSeconds(10);

  private final String service;
  private final Process process;
  private final Path log;
  private final int port;

  private ServiceRun(String service, Process process, Path log, int port) {
    this.service = service;
    this.process = process;
    this.log = log;
    this.port = port;
  }

  /** Starts a service with nothing but these variables of its own. */
  public static ServiceRun start(String service, Map<String, String> variables) {
    return start(service, variables, List.of());
  }

  static ServiceRun start(String service, Map<String, String> variables, List<String> arguments) {
    try {
      Path folder =
          Files.createTempDirectory(
              Files.createDirectories(Path.of("target", "services")), service);
      Path log = folder.toAbsolutePath().resolve("log");
      var command = new ArrayList<String>();
      command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
      command.addAll(List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xmx400m", "-jar"));
      command.add(new ServiceJar(service).path().toString());
      command.addAll(arguments);
      var builder = new ProcessBuilder(command).directory(folder.toFile());
      int port = FreePorts.next();
      builder.environment().keySet().removeIf(it -> it.matches("(SPRING|GROUNDSWELL|SERVER)_.*"));
      builder.environment().put("SERVER_PORT", Integer.toString(port));
      builder.environment().putAll(variables);
      builder.redirectErrorStream(true).redirectOutput(log.toFile());
      return new ServiceRun(service, builder.start(), log, port);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Waits until the process has ended by itself, and returns its status. */
  public int awaitEnd(Duration patience) throws InterruptedException {
    assertThat(process.waitFor(patience.toSeconds(), TimeUnit.SECONDS))
        .as("%s ends within %s; it said:%n%s", service, patience, log())
        .isTrue();
    return process.exitValue();
  }

  /** Whether a health group is up; false while nobody listens. */
  public boolean isUp(String group) throws InterruptedException {
    assertThat(process.isAlive()).as("%s lives; it said:%n%s", service, log()).isTrue();
    try {
      return get("/actuator/health/" + group).statusCode() == 200;
    } catch (IOException _) {
      return false;
    }
  }

  public HttpResponse<String> get(String path) throws IOException, InterruptedException {
    return HTTP.send(request(path).build(), BodyHandlers.ofString());
  }

  public HttpResponse<String> post(String path, String json)
      throws IOException, InterruptedException {
    return HTTP.send(
        request(path)
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(json))
            .build(),
        BodyHandlers.ofString());
  }

  /** Returns all that the process has written. */
  public String log() {
    try {
      return Files.readString(log);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Returns the paragraph in which Spring Boot says why the start failed; empty without one. */
  public String lastParagraph() {
    String said = log();
    int description = said.lastIndexOf("Description:");
    return description < 0 ? "" : said.substring(description);
  }

  /** Ends the process as Kubernetes does, and kills it when it has not ended in half a minute. */
  @Override
  public void close() {
    process.destroy();
    try {
      if (!process.waitFor(30, TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }

  /** Returns a set of variables with more, or with others in their place. */
  public static Map<String, String> with(Map<String, String> variables, String... more) {
    var all = new TreeMap<>(variables);
    for (int i = 0; i < more.length; i += 2) {
      all.put(more[i], more[i + 1]);
    }
    return all;
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path)).timeout(ANSWER);
  }
}

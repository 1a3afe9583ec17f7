package org.groundswell.system.containers;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The Compose file's services under a project name, secrets and ports of their own. */
final class Stack implements AutoCloseable {

  private static final List<String> SECRETS =
      List.of("postgres", "owner", "reader", "author-secret", "push-token", "grafana");

  private final int dashboardPort = freePort();
  private final Commands commands;

  private Stack(Path secrets) {
    Map<String, String> environment = new HashMap<>();
    environment.put("COMPOSE_PROJECT_NAME", "groundswell-test-" + UUID.randomUUID());
    environment.put("COMPOSE_PROFILES", "demo");
    environment.put("DEMO_SPEED", "max");
    environment.put("SECRETS", secrets.toString());
    environment.put("DASHBOARD_PORT", Integer.toString(dashboardPort));
    environment.put("COLLECTOR_PORT", Integer.toString(freePort()));
    this.commands = new Commands(environment);
  }

  /**
   * A stack that is not started yet, with fresh secrets as the Compose file's first lines make
   * them.
   */
  static Stack withSecrets() throws IOException {
    Path folder = emptyFolder();
    for (String secret : SECRETS) {
      Files.writeString(folder.resolve(secret), UUID.randomUUID().toString());
    }
    return new Stack(folder);
  }

  /** A stack whose secrets were forgotten. */
  static Stack withoutSecrets() throws IOException {
    return new Stack(emptyFolder());
  }

  private static Path emptyFolder() throws IOException {
    Path target = Files.createDirectories(Path.of("target").toAbsolutePath());
    return Files.createTempDirectory(target, "secrets");
  }

  Commands.Result compose(String... arguments) {
    return commands.run(
        Stream.concat(Stream.of("docker", "compose"), Stream.of(arguments)).toArray(String[]::new));
  }

  /** What the engine knows of the containers of a service, or of all when none is named. */
  List<JsonNode> containers(String... service) {
    String ids =
        compose(Stream.concat(Stream.of("ps", "-aq"), Stream.of(service)).toArray(String[]::new))
            .orFail();
    return ids.lines()
        .map(id -> commands.run("docker", "inspect", id).orFail())
        .map(json -> JsonMapper.shared().readTree(json).get(0))
        .toList();
  }

  /** What the containers of a service have printed, line by line. */
  List<String> logs(String service) {
    String ids = compose("ps", "-aq", service).orFail();
    return ids.lines().flatMap(id -> commands.run("docker", "logs", id).orFail().lines()).toList();
  }

  /** How many alerts the dashboard tells of; 0 also while it does not answer. */
  int alerts() {
    URI uri = URI.create("http://127.0.0.1:%d/api/v1/alerts?size=1".formatted(dashboardPort));
    try (HttpClient client = HttpClient.newHttpClient()) {
      HttpResponse<String> answer =
          client.send(HttpRequest.newBuilder(uri).build(), HttpResponse.BodyHandlers.ofString());
      return answer.statusCode() == 200
          ? JsonMapper.shared().readTree(answer.body()).at("/page/total").asInt()
          : 0;
    } catch (IOException e) {
      return 0;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("Interrupted while asking for alerts", e);
    }
  }

  @Override
  public void close() {
    compose("down", "--volumes", "--timeout", "45");
  }

  private static int freePort() {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

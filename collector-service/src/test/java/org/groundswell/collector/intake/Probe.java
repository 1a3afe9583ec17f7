package org.groundswell.collector.intake;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;

/** Asks a running service how it is, as an orchestrator would. */
final class Probe implements AutoCloseable {

  private final HttpClient client = HttpClient.newHttpClient();
  private final int port;

  Probe(int port) {
    this.port = port;
  }

  int readiness() {
    return status("readiness");
  }

  int liveness() {
    return status("liveness");
  }

  private int status(String group) {
    var request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/actuator/health/" + group))
            .timeout(Duration.ofSeconds(30))
            .build();
    try {
      return client.send(request, BodyHandlers.discarding()).statusCode();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() {
    client.close();
  }
}

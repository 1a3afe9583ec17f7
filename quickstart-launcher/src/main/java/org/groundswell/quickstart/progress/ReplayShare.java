package org.groundswell.quickstart.progress;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.OptionalDouble;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** Which share of its file the collector has replayed, as the collector itself says. */
public final class ReplayShare implements AutoCloseable {

  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final Duration PATIENCE = Duration.ofMillis(500);

  private final HttpClient http = HttpClient.newBuilder().connectTimeout(PATIENCE).build();
  private final URI replay;

  /**
   * @param collector address of the collector
   */
  public ReplayShare(URI collector) {
    this.replay = collector.resolve("/api/v1/replay");
  }

  /** Asks; empty when the collector replays nothing or does not answer within half a second. */
  public OptionalDouble now() {
    var request = HttpRequest.newBuilder(replay).timeout(PATIENCE).build();
    try {
      var answer = http.send(request, BodyHandlers.ofString());
      return answer.statusCode() == 200 ? share(answer.body()) : OptionalDouble.empty();
    } catch (IOException _) {
      return OptionalDouble.empty(); // only the bar is missing then
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return OptionalDouble.empty();
    }
  }

  @Override
  public void close() {
    http.shutdownNow();
  }

  private static OptionalDouble share(String body) {
    try {
      double share = JSON.readTree(body).path("share").asDouble(-1);
      return share >= 0 && share <= 1 ? OptionalDouble.of(share) : OptionalDouble.empty();
    } catch (JacksonException _) {
      return OptionalDouble.empty();
    }
  }
}

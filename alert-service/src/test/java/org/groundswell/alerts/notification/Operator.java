package org.groundswell.alerts.notification;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Calls a running service as operators do. */
final class Operator implements AutoCloseable {

  static final String TOKEN = "an operator's token";

  private static final JsonMapper JSON = new JsonMapper();

  private final HttpClient client = HttpClient.newHttpClient();
  private final int port;

  Operator(int port) {
    this.port = port;
  }

  HttpResponse<String> call(String method, String path, String body, String... headers) {
    var request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/api/v1/" + path))
            .timeout(Duration.ofSeconds(30))
            .header("Content-Type", "application/json")
            .method(method, BodyPublishers.ofString(body));
    if (headers.length > 0) {
      request.headers(headers);
    }
    try {
      return client.send(request.build(), BodyHandlers.ofString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  HttpResponse<String> callWithToken(String method, String path, String body) {
    return call(method, path, body, "Authorization", "Bearer " + TOKEN);
  }

  /** Calls and wants this status. */
  JsonNode want(int status, String method, String path, String body) {
    HttpResponse<String> response = callWithToken(method, path, body);
    assertThat(response.statusCode()).as(response.body()).isEqualTo(status);
    return response.body().isEmpty() ? JSON.nullNode() : JSON.readTree(response.body());
  }

  /** Subscribes with these fields beside a name; returns the id. */
  String subscribe(String fields) {
    return want(201, "POST", "subscriptions", "{\"name\":\"desk\"," + fields + "}")
        .get("id")
        .asString();
  }

  /** What became of a subscription's messages, newest first: state, news and revision. */
  List<String> states(String subscription) {
    var states = new ArrayList<String>();
    for (JsonNode one : deliveries(subscription)) {
      states.add(
          "%s %s %d"
              .formatted(
                  one.get("state").asString(),
                  one.get("news").asString(),
                  one.get("revision").asInt()));
    }
    return states;
  }

  JsonNode deliveries(String subscription) {
    return want(200, "GET", "subscriptions/" + subscription + "/deliveries", "").get("items");
  }

  @Override
  public void close() {
    client.close();
  }
}

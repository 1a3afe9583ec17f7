package org.groundswell.dashboard.commands;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Sends commands as a program on this machine would. */
final class CommandsClient {

  private final HttpClient http = HttpClient.newHttpClient();
  private final int port;

  CommandsClient(int port) {
    this.port = port;
  }

  record Answer(int status, Map<String, String> headers, JsonNode body) {}

  Answer post(String path, String body, String... headers)
      throws IOException, InterruptedException {
    return send("application/json", path, body, headers);
  }

  Answer send(String type, String path, String body, String... headers)
      throws IOException, InterruptedException {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/api/v1/alerts/" + path))
            .header("Content-Type", type)
            .POST(BodyPublishers.ofString(body));
    if (headers.length > 0) {
      request.headers(headers);
    }
    HttpResponse<String> response = http.send(request.build(), BodyHandlers.ofString());
    var names = new TreeMap<String, String>(String.CASE_INSENSITIVE_ORDER);
    response.headers().map().forEach((name, values) -> names.put(name, values.getFirst()));
    return new Answer(response.statusCode(), names, new JsonMapper().readTree(response.body()));
  }
}

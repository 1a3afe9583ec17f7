package org.groundswell.nlp.analyses;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.Map;
import org.springframework.http.MediaType;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Asks for analyses over HTTP. */
final class Caller implements AutoCloseable {

  private static final JsonMapper JSON = new JsonMapper();

  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final String address;

  Caller(int port) {
    address = "http://127.0.0.1:" + port + "/api/v1/analyses";
  }

  /** Sends one object and reads the answer, which must be one. */
  JsonNode analysed(String json) throws IOException, InterruptedException {
    HttpResponse<String> answer = post(MediaType.APPLICATION_JSON_VALUE, json);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    return JSON.readTree(answer.body());
  }

  JsonNode analysedText(String text) throws IOException, InterruptedException {
    return analysed(JSON.writeValueAsString(Map.of("text", text)));
  }

  /** Sends lines and reads one answer a line. */
  List<JsonNode> lines(String ndjson) throws IOException, InterruptedException {
    HttpResponse<String> answer = post(MediaType.APPLICATION_NDJSON_VALUE, ndjson);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    assertThat(answer.headers().firstValue("Content-Type"))
        .hasValueSatisfying(
            type -> assertThat(type).startsWith(MediaType.APPLICATION_NDJSON_VALUE));
    return answer.body().lines().map(JSON::readTree).toList();
  }

  HttpResponse<String> post(String type, String body, String... headers)
      throws IOException, InterruptedException {
    return post("", type, BodyPublishers.ofString(body), headers);
  }

  HttpResponse<String> post(String query, String type, BodyPublisher body, String... headers)
      throws IOException, InterruptedException {
    var request =
        HttpRequest.newBuilder(URI.create(address + query)).header("Content-Type", type).POST(body);
    for (int i = 0; i < headers.length; i += 2) {
      request.header(headers[i], headers[i + 1]);
    }
    return http.send(request.build(), BodyHandlers.ofString());
  }

  /** Reads an answer that must be problem details with its own status in it. */
  static JsonNode problem(HttpResponse<String> answer, int status) {
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
    assertThat(answer.headers().firstValue("Content-Type"))
        .hasValueSatisfying(
            type -> assertThat(type).startsWith(MediaType.APPLICATION_PROBLEM_JSON_VALUE));
    JsonNode problem = JSON.readTree(answer.body());
    assertThat(problem.path("status").asInt()).isEqualTo(status);
    return problem;
  }

  @Override
  public void close() {
    http.close();
  }
}

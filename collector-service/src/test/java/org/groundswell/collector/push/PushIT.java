package org.groundswell.collector.push;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import org.groundswell.collector.Contract;
import org.groundswell.collector.PostsTopic;
import org.groundswell.collector.PostsTopic.Entry;
import org.groundswell.testing.TestServers;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Pushes over real HTTP into a real broker. */
@SpringBootTest(
    webEnvironment = WebEnvironment.RANDOM_PORT,
    properties = {
      "groundswell.topics.partitions=4",
      "groundswell.collector.id=push-it",
      "groundswell.collector.author-secret=only for tests, 24 chars",
      "groundswell.collector.push.max-line=1KB",
      "groundswell.collector.push.max-body=4KB",
      "groundswell.collector.push.max-lines=5",
      "spring.main.cloud-platform=kubernetes" // where Spring Boot would believe what proxies say
    })
class PushIT {

  @LocalServerPort int port;

  private final HttpClient http = HttpClient.newHttpClient();

  @DynamicPropertySource
  static void kafka(DynamicPropertyRegistry registry) {
    registry.add("spring.kafka.bootstrap-servers", TestServers::kafka);
  }

  @Test
  void acceptsOneObject() throws Exception {
    HttpResponse<String> answer =
        post(
            "application/json",
            """
            {"id":"a1","source":"push-one","text":"Here","author":"someone","lat":1.5,"lon":2}
            """);

    assertThat(answer.statusCode()).isEqualTo(202);
    assertThat(json(answer).path("accepted").asInt()).isEqualTo(1);
    assertThat(PostsTopic.posts("push-one"))
        .singleElement()
        .satisfies(Contract.of("groundswell.posts")::assertKept)
        .satisfies(post -> assertThat(post.text("authorKey")).matches("[0-9a-f]{32}"));
  }

  @Test
  void namesWhatItRefusesLineByLine() throws Exception {
    HttpResponse<String> answer =
        post(
            "application/x-ndjson",
            """
            {"id":1,"source":"push-lines","text":"one"}

            {"id":2,"source":"push-lines"}
            {"id":3,"source":"push-lines","text":"three","created_at":"soon"}
            """);

    assertThat(answer.statusCode()).isEqualTo(202);
    JsonNode body = json(answer);
    assertThat(body.path("accepted").asInt()).isEqualTo(1);
    assertThat(body.path("rejected").asInt()).isEqualTo(2);
    assertThat(body.path("errors").path(0).path("line").asInt()).isEqualTo(3);
    assertThat(body.path("errors").path(0).path("field").asString()).isEqualTo("text");
    assertThat(body.path("errors").path(1).path("line").asInt()).isEqualTo(4);
    assertThat(body.path("errors").path(1).path("reason").asString()).contains("soon");
    assertThat(PostsTopic.posts("push-lines")).hasSize(1);
  }

  @Test
  void countsAPostAtTheTimeOfTheStreamWhenItsOwnIsAbsurd() throws Exception {
    post(
        "application/json",
        """
        {"id":"old","source":"push-old","text":"Here","created_at":"1970-01-01T00:00:00Z"}
        """);

    Entry post = PostsTopic.posts("push-old").getFirst();
    assertThat(post.text("createdAt")).isEqualTo("1970-01-01T00:00:00Z");
    assertThat(post.text("eventTime")).startsWith(post.text("collectedAt").substring(0, 13));
  }

  @Test
  void answersWithAProblemWhenNothingIsValid() throws Exception {
    HttpResponse<String> answer = post("application/json", "[1]");

    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
    assertThat(json(answer).path("errors")).hasSize(1);
  }

  @Test
  void refusesWhatIsTooLarge() throws Exception {
    String line = "{\"id\":1,\"text\":\"%s\"}\n";

    assertThat(post("application/json", line.formatted("x".repeat(2_000))).statusCode())
        .isEqualTo(413);
    assertThat(post("application/x-ndjson", line.formatted("x").repeat(6)).statusCode())
        .isEqualTo(413);
    assertThat(post("application/x-ndjson", line.formatted("x".repeat(900)).repeat(5)).statusCode())
        .isEqualTo(413);
  }

  @Test
  void refusesOtherTypesAndCallersBehindAProxy() throws Exception {
    assertThat(post("text/plain", "hello").statusCode()).isEqualTo(415);

    for (String caller : List.of("203.0.113.9", "127.0.0.1")) {
      HttpRequest forwarded =
          request("/api/v1/posts")
              .header("Content-Type", "application/json")
              .header("X-Forwarded-For", caller)
              .POST(BodyPublishers.ofString("{}"))
              .build();
      assertThat(http.send(forwarded, BodyHandlers.ofString()).statusCode()).isEqualTo(403);
    }
  }

  @Test
  void deletesWithATombstoneBehindThePost() throws Exception {
    post("application/json", "{\"id\":\"did:x/1\",\"source\":\"push-gone\",\"text\":\"Here\"}");

    var delete = request("/api/v1/posts/push-gone/did:x/1").DELETE().build();
    assertThat(http.send(delete, BodyHandlers.ofString()).statusCode()).isEqualTo(204);

    List<Entry> posts = PostsTopic.posts("push-gone");
    assertThat(posts).extracting(Entry::isTombstone).containsExactly(false, true);
    assertThat(posts).extracting(Entry::partition).containsOnly(posts.getFirst().partition());
    assertThat(PostsTopic.of("groundswell.deletions", "push-gone"))
        .singleElement()
        .satisfies(Contract.of("groundswell.deletions")::assertKept)
        .satisfies(deletion -> assertThat(deletion.text("reason")).isEqualTo("operator"));
  }

  @Test
  void saysThatNothingIsReplayed() throws Exception {
    var get = request("/api/v1/replay").GET().build();

    assertThat(http.send(get, BodyHandlers.ofString()).statusCode()).isEqualTo(404);
  }

  private HttpResponse<String> post(String type, String body)
      throws IOException, InterruptedException {
    var post =
        request("/api/v1/posts")
            .header("Content-Type", type)
            .POST(BodyPublishers.ofString(body))
            .build();
    return http.send(post, BodyHandlers.ofString());
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path));
  }

  private static JsonNode json(HttpResponse<String> answer) {
    return JsonMapper.shared().readTree(answer.body());
  }
}

package org.groundswell.collector.push;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.groundswell.collector.CollectorApplication;
import org.groundswell.servers.EmbeddedKafka;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.builder.SpringApplicationBuilder;

/** What a caller hears when the broker has gone away; it has a broker of its own to lose. */
class PushWithoutKafkaIT {

  @TempDir Path directory;

  @Test
  void answersInTimeThatItCannot() throws Exception {
    EmbeddedKafka kafka = EmbeddedKafka.start(directory.resolve("kafka"), 0);
    try (var context =
        new SpringApplicationBuilder(CollectorApplication.class)
            .run(
                "--server.port=0",
                "--spring.kafka.bootstrap-servers=" + kafka.bootstrapServers(),
                "--spring.kafka.producer.properties.delivery.timeout.ms=6000",
                "--spring.kafka.producer.properties.request.timeout.ms=3000",
                "--groundswell.topics.partitions=4",
                "--groundswell.collector.author-secret=only for tests, 24 chars",
                "--groundswell.collector.push.token=a token of 24 characters",
                "--groundswell.collector.push.timeout=2s")) {
      String port = context.getEnvironment().getProperty("local.server.port");
      assertThat(post(port, "another token, 24 letters").statusCode()).isEqualTo(401);
      assertThat(post(port, "a token of 24 characters").statusCode()).isEqualTo(202);

      kafka.close();
      Instant asked = Instant.now();
      HttpResponse<String> answer = post(port, "a token of 24 characters");

      assertThat(answer.statusCode()).isEqualTo(503);
      assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
      assertThat(Duration.between(asked, Instant.now())).isLessThan(Duration.ofSeconds(20));
    } finally {
      kafka.close();
    }
  }

  private static HttpResponse<String> post(String port, String token) throws Exception {
    try (var http = HttpClient.newHttpClient()) {
      return http.send(
          HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/api/v1/posts"))
              .header("Content-Type", "application/json")
              .header("Authorization", "Bearer " + token)
              .POST(BodyPublishers.ofString("{\"id\":1,\"text\":\"Here\"}"))
              .build(),
          BodyHandlers.ofString());
    }
  }
}

package org.groundswell.nlp.analyses;

import static org.groundswell.nlp.analyses.Caller.problem;

import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.MediaType;

/**
 * On Kubernetes, Spring Boot would believe what proxies say and hide that they said it, and any
 * neighbour could call itself a caller on this machine.
 */
@SpringBootTest(
    classes = ServerWithoutKafka.class,
    webEnvironment = WebEnvironment.RANDOM_PORT,
    properties = {
      "management.endpoint.health.validate-group-membership=false",
      "spring.main.cloud-platform=kubernetes"
    })
class AnalysesOnKubernetesTests {

  @LocalServerPort private int port;

  @Test
  void servesNobodyBehindAProxy() throws Exception {
    try (var caller = new Caller(port)) {
      problem(
          caller.post(
              MediaType.APPLICATION_JSON_VALUE,
              "{\"text\": \"They march\"}",
              "X-Forwarded-For",
              "127.0.0.1"),
          403);
    }
  }
}

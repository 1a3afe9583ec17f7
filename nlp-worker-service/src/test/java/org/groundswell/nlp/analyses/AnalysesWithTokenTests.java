package org.groundswell.nlp.analyses;

import static org.assertj.core.api.Assertions.assertThat;
import static org.groundswell.nlp.analyses.Caller.problem;

import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.MediaType;

@SpringBootTest(
    classes = ServerWithoutKafka.class,
    webEnvironment = WebEnvironment.RANDOM_PORT,
    properties = {
      "management.endpoint.health.validate-group-membership=false",
      "groundswell.nlp.analyses.token=a secret of 20 chars"
    })
class AnalysesWithTokenTests {

  private static final String BODY = "{\"text\": \"They march\"}";

  @LocalServerPort private int port;

  private Caller caller;

  @BeforeEach
  void open() {
    caller = new Caller(port);
  }

  @AfterEach
  void close() {
    caller.close();
  }

  @Test
  void servesWhoBearsTheTokenAlsoThroughAProxy() throws Exception {
    HttpResponse<String> answer =
        caller.post(
            MediaType.APPLICATION_JSON_VALUE,
            BODY,
            "Authorization",
            "Bearer a secret of 20 chars",
            "X-Forwarded-For",
            "203.0.113.9");

    assertThat(answer.statusCode()).isEqualTo(200);
  }

  @Test
  void asksThisMachineToo() throws Exception {
    for (String type :
        new String[] {MediaType.APPLICATION_JSON_VALUE, MediaType.APPLICATION_NDJSON_VALUE}) {
      HttpResponse<String> answer = caller.post(type, BODY);

      problem(answer, 401);
      assertThat(answer.headers().firstValue("WWW-Authenticate")).contains("Bearer");
    }
  }

  @Test
  void doesNotTakeAnotherToken() throws Exception {
    problem(
        caller.post(
            MediaType.APPLICATION_JSON_VALUE,
            BODY,
            "Authorization",
            "Bearer a secret of 21 chars!"),
        401);
  }
}

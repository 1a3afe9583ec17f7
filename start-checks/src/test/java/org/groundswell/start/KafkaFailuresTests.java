package org.groundswell.start;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.config.ConfigException;
import org.apache.kafka.common.errors.SaslAuthenticationException;
import org.apache.kafka.common.errors.SslAuthenticationException;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.errors.TopicAuthorizationException;
import org.junit.jupiter.api.Test;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.mock.env.MockEnvironment;

class KafkaFailuresTests {

  private final KafkaFailures analyzer =
      new KafkaFailures(
          new MockEnvironment().withProperty("spring.kafka.bootstrap-servers", "kafka:9093"));

  @Test
  void pointsAtThePasswordThatIsRefused() {
    FailureAnalysis analysis = analyzer.analyze(new SaslAuthenticationException("bad password"));

    assertThat(analysis.getDescription()).contains("kafka:9093", "bad password");
    assertThat(analysis.getAction()).contains("spring.kafka.properties.sasl.jaas.config");
  }

  @Test
  void pointsAtTheCertificates() {
    var ssl = new SslAuthenticationException("handshake failed", new Exception("no path"));

    FailureAnalysis analysis = analyzer.analyze(new IllegalStateException(ssl));

    assertThat(analysis.getDescription()).contains("kafka:9093", "handshake failed: no path");
    assertThat(analysis.getAction()).contains("spring.kafka.ssl.bundle");
  }

  @Test
  void pointsAtThePermissions() {
    FailureAnalysis analysis =
        analyzer.analyze(new TopicAuthorizationException(Set.of("groundswell.posts")));

    assertThat(analysis.getDescription()).contains("groundswell.posts");
    assertThat(analysis.getAction()).contains("docs/security.md");
  }

  @Test
  void tellsWhatAClientCannotBeConfiguredWith() {
    var wrong = new KafkaException("Failed to create", new ConfigException("No resolvable urls"));

    assertThat(analyzer.analyze(wrong).getDescription()).contains("No resolvable urls");
  }

  @Test
  void leavesOtherFailuresToOthers() {
    assertThat(analyzer.analyze(new TimeoutException("later"))).isNull();
  }
}

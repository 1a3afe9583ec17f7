package org.groundswell.collector.topics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.groundswell.collector.CollectorApplication;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** Starts without a broker. */
@ExtendWith(OutputCaptureExtension.class)
class KafkaSilentIT {

  @Test
  void saysInOneSentenceThatKafkaDoesNotAnswer(CapturedOutput output) {
    var application = new SpringApplicationBuilder(CollectorApplication.class);

    assertThatThrownBy(() ->
            application.run(
                "--server.port=0",
                "--spring.kafka.bootstrap-servers=127.0.0.1:1",
                "--spring.kafka.admin.operation-timeout=2s",
                "--groundswell.collector.author-secret=only for tests, 24 chars"))
        .isInstanceOf(RuntimeException.class);

    assertThat(output)
        .contains("Kafka does not answer at 127.0.0.1:1 (spring.kafka.bootstrap-servers).")
        .doesNotContain("Application run failed");
  }
}

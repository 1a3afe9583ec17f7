package org.groundswell.collector.topics;

import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.core.env.Environment;
import org.springframework.kafka.core.KafkaAdmin;

/** Says in one sentence, in place of a stack trace, that Kafka did not answer at the start. */
final class KafkaSilentAnalyzer extends AbstractFailureAnalyzer<TimeoutException> {

  private final Environment environment;

  KafkaSilentAnalyzer(Environment environment) {
    this.environment = environment;
  }

  @Override
  protected @Nullable FailureAnalysis analyze(Throwable rootFailure, TimeoutException cause) {
    if (!comesFromTopics(rootFailure)) {
      return null;
    }
    String servers = environment.getProperty("spring.kafka.bootstrap-servers", "");
    return new FailureAnalysis(
        "Kafka did not answer at %s.".formatted(servers),
        "Start it, or set spring.kafka.bootstrap-servers (environment variable"
            + " SPRING_KAFKA_BOOTSTRAPSERVERS) to where it is.",
        cause);
  }

  private static boolean comesFromTopics(Throwable failure) {
    for (StackTraceElement frame : failure.getStackTrace()) {
      if (frame.getClassName().equals(KafkaAdmin.class.getName())) {
        return true;
      }
    }
    return false;
  }
}

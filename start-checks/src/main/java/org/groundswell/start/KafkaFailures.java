package org.groundswell.start;

import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.config.ConfigException;
import org.apache.kafka.common.errors.AuthenticationException;
import org.apache.kafka.common.errors.AuthorizationException;
import org.apache.kafka.common.errors.SslAuthenticationException;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.core.env.Environment;

/** Says what Kafka, or its clients, had against the start. */
@Order(Ordered.HIGHEST_PRECEDENCE + 1)
final class KafkaFailures extends AbstractFailureAnalyzer<KafkaException> {

  private final Environment environment;

  KafkaFailures(Environment environment) {
    this.environment = environment;
  }

  static CannotStart unanswered(String servers, Throwable cause) {
    return new CannotStart(
        "Kafka does not answer at %s (spring.kafka.bootstrap-servers).".formatted(servers),
        "Start it, or correct the address. A broker that expects TLS or a password does not answer"
            + " a client that offers none: see spring.kafka.security.protocol.",
        cause);
  }

  @Override
  protected @Nullable FailureAnalysis analyze(Throwable rootFailure, KafkaException cause) {
    String servers = environment.getProperty(BrokerAddresses.PROPERTY, "");
    String said = Words.innermost(cause);
    return switch (last(cause)) {
      case SslAuthenticationException ssl ->
          analysis(
              "The TLS connection to Kafka at %s was refused: %s".formatted(servers, said),
              "Check spring.kafka.ssl.bundle with its certificates, and that the address is a name"
                  + " in the broker's certificate.",
              ssl);
      case AuthenticationException refusal ->
          analysis(
              "Kafka at %s refuses this service: %s".formatted(servers, said),
              "Check user and password in spring.kafka.properties.sasl.jaas.config, and"
                  + " spring.kafka.properties.sasl.mechanism.",
              refusal);
      case AuthorizationException refusal ->
          analysis(
              "Kafka at %s does not allow what this service needs: %s".formatted(servers, said),
              "Give its user the permissions listed in docs/security.md.",
              refusal);
      case ConfigException wrong ->
          analysis(
              "A client of Kafka cannot be configured: " + said,
              "Check the properties below spring.kafka.",
              wrong);
      default -> null;
    };
  }

  /** Returns the innermost of Kafka's own exceptions; those around it only say what failed. */
  private static KafkaException last(KafkaException failure) {
    return failure.getCause() instanceof KafkaException inner ? last(inner) : failure;
  }

  private static FailureAnalysis analysis(String description, String action, Throwable cause) {
    return new FailureAnalysis(description, action, cause);
  }
}

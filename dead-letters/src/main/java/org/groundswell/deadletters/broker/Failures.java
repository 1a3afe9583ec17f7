package org.groundswell.deadletters.broker;

import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.config.ConfigException;
import org.apache.kafka.common.errors.ClusterAuthorizationException;
import org.apache.kafka.common.errors.GroupAuthorizationException;
import org.apache.kafka.common.errors.InvalidProducerEpochException;
import org.apache.kafka.common.errors.ProducerFencedException;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.errors.SaslAuthenticationException;
import org.apache.kafka.common.errors.SslAuthenticationException;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.errors.TopicAuthorizationException;
import org.apache.kafka.common.errors.TransactionalIdAuthorizationException;
import org.jspecify.annotations.Nullable;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.stereotype.Component;

/** Says in one sentence what went wrong, naming what it concerns. */
@Component
public class Failures {

  private final Broker broker;

  Failures(Broker broker) {
    this.broker = broker;
  }

  /** Returns one sentence; for what nobody foresaw, with the type of the failure. */
  public String sentence(Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      String known = known(cause);
      if (known != null) {
        return known;
      }
    }
    return "Failed: %s".formatted(NestedExceptionUtils.getMostSpecificCause(failure));
  }

  private @Nullable String known(Throwable cause) {
    return switch (cause) {
      case CannotGoOn e -> e.getMessage();
      case TimeoutException _ ->
          "Kafka did not answer in time at %s (spring.kafka.bootstrap-servers)."
              .formatted(broker.servers());
      case TopicAuthorizationException e ->
          "This user may not use topic %s.".formatted(String.join(", ", e.unauthorizedTopics()));
      case GroupAuthorizationException _ ->
          "This user may not use group %s.".formatted(broker.group());
      case TransactionalIdAuthorizationException _ ->
          "This user may not use transactional ids that begin with %s.".formatted(broker.group());
      case ClusterAuthorizationException _ -> "This user may not write to the cluster.";
      case ProducerFencedException _, InvalidProducerEpochException _ ->
          "Another run began to play the same topic back; this one has stopped.";
      case RecordTooLargeException _ ->
          "A dead letter is too large for the topic that it came from; raise its max.message.bytes,"
              + " or go past the record with --from.";
      default -> access(cause);
    };
  }

  private @Nullable String access(Throwable cause) {
    return switch (cause) {
      case SaslAuthenticationException e ->
          "Kafka at %s refuses the user: %s".formatted(broker.servers(), e.getMessage());
      case SslAuthenticationException e ->
          "No TLS with Kafka at %s: %s".formatted(broker.servers(), e.getMessage());
      case ConfigException e -> "Wrong setting for Kafka: " + e.getMessage();
      case KafkaException e when e.getCause() == null -> "Kafka refused: " + e.getMessage();
      default -> null;
    };
  }
}

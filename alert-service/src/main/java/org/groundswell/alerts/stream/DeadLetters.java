package org.groundswell.alerts.stream;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.streams.errors.DeserializationExceptionHandler;
import org.apache.kafka.streams.errors.ErrorHandlerContext;
import org.groundswell.alerts.signals.SignalCounts;
import org.groundswell.alerts.signals.SignalCounts.Outcome;
import org.groundswell.alerts.topics.DeadLetter;
import org.groundswell.alerts.topics.DeadLetter.Reason;
import org.groundswell.alerts.topics.Topics;
import org.groundswell.alerts.wire.Unreadable;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends what cannot be read, with its reason, to the dead-letter topic beside the topic it came
 * from, in the same transaction as everything else, and goes on. Kafka Streams creates it; what it
 * needs comes with the configuration.
 */
public final class DeadLetters implements DeserializationExceptionHandler {

  static final String COUNTS = "groundswell.signal.counts";
  static final String TOPICS = "groundswell.topics";

  private static final Logger LOG = LoggerFactory.getLogger(DeadLetters.class);

  private @Nullable Topics topics;
  private @Nullable SignalCounts counts;

  @Override
  public void configure(Map<String, ?> configs) {
    topics = (Topics) configs.get(TOPICS);
    counts = (SignalCounts) configs.get(COUNTS);
  }

  @Override
  public Response handleError(
      ErrorHandlerContext context, ConsumerRecord<byte[], byte[]> unreadable, Exception problem) {
    String topic = unreadable.topic();
    if (topics == null || !isRead(topics, topic)) {
      // What this service wrote itself must be readable; going on would lose state.
      return Response.fail();
    }
    if (counts != null && topic.equals(topics.signals())) {
      counts.count(Outcome.REJECTED);
    }
    if (counts != null) {
      counts.countDeadLetter(Topics.deadLettersOf(topic));
    }
    LOG.warn(
        "Unreadable: {}-{}@{}; its dead letter says why",
        topic,
        unreadable.partition(),
        unreadable.offset());
    return Response.resume(List.of(DeadLetter.of(unreadable, Reason.UNREADABLE, detail(problem))));
  }

  private static boolean isRead(Topics topics, String topic) {
    return Set.of(topics.signals(), topics.deletions(), topics.alertCommands()).contains(topic);
  }

  private static String detail(Exception problem) {
    return problem instanceof Unreadable unreadable
        ? unreadable.reason()
        : problem.getClass().getSimpleName();
  }
}

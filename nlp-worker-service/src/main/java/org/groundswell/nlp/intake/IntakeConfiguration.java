package org.groundswell.nlp.intake;

import io.micrometer.core.instrument.config.MeterFilter;
import java.time.Clock;
import java.time.Duration;
import org.apache.kafka.common.config.TopicConfig;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.kafka.config.TopicBuilder;
import org.springframework.kafka.core.KafkaAdmin.NewTopics;
import org.springframework.kafka.core.ProducerFactory;
import org.springframework.kafka.listener.AfterRollbackProcessor;
import org.springframework.kafka.listener.DefaultAfterRollbackProcessor;
import org.springframework.kafka.transaction.KafkaTransactionManager;
import org.springframework.transaction.support.AbstractPlatformTransactionManager;
import org.springframework.util.backoff.ExponentialBackOff;

/** Topics and transactions. */
@Configuration(proxyBeanMethods = false)
class IntakeConfiguration {

  /**
   * Room for the largest record that a broker takes by default and the headers of a dead letter.
   */
  private static final int LARGEST_DEAD_LETTER = 2 * 1024 * 1024;

  private static final Duration FIRST_RETRY = Duration.ofMillis(100);
  private static final Duration SLOWEST_RETRY = Duration.ofSeconds(10);

  @Bean
  Clock wallClock() {
    return Clock.systemUTC();
  }

  /**
   * Kafka's consumers tell of each topic twice until version 5, the second time with underscores
   * for the dots of its name (KIP-1109); sums would count double.
   */
  @Bean
  MeterFilter oneNameForTheTopic(TopicsProperties topics) {
    String second = topics.posts().replace('.', '_');
    return MeterFilter.deny(
        meter -> second.equals(meter.getTag("topic")) && !second.equals(topics.posts()));
  }

  @Bean
  NewTopics topicsWritten(TopicsProperties topics) {
    // A segment is deleted as a whole, once its youngest record is old enough: short segments keep
    // the retention true.
    long segment = Math.max(1, topics.signalsRetention().toMillis() / 24);
    return new NewTopics(
        topic(topics.signals(), topics, topics.signalsRetention())
            .partitions(topics.partitions())
            .config(TopicConfig.SEGMENT_MS_CONFIG, Long.toString(segment))
            .build(),
        topic(topics.postsDeadLetters(), topics, topics.retention())
            .partitions(1)
            .config(TopicConfig.MAX_MESSAGE_BYTES_CONFIG, Integer.toString(LARGEST_DEAD_LETTER))
            .build());
  }

  private static TopicBuilder topic(String name, TopicsProperties topics, Duration retention) {
    return TopicBuilder.name(name)
        .replicas(topics.replication())
        .config(TopicConfig.RETENTION_MS_CONFIG, Long.toString(retention.toMillis()))
        .config(TopicConfig.MESSAGE_TIMESTAMP_TYPE_CONFIG, "LogAppendTime");
  }

  /**
   * Lets the listener act after the commit, which Spring Kafka does not by default. Its type is as
   * open as Spring Boot's own: the container's factory would not take a narrower one.
   */
  @Bean
  KafkaTransactionManager<?, ?> kafkaTransactionManager(ProducerFactory<?, ?> producers) {
    var transactions = new KafkaTransactionManager<>(producers);
    transactions.setTransactionSynchronization(
        AbstractPlatformTransactionManager.SYNCHRONIZATION_ON_ACTUAL_TRANSACTION);
    return transactions;
  }

  /**
   * Reads an aborted batch again, for ever but ever more slowly: what a record itself may be at
   * fault for has become its outcome before, so that only Kafka's own trouble comes here. The most
   * frequent is that workers came or went while the batch was analysed, which is over at once.
   */
  @Bean
  AfterRollbackProcessor<Object, Object> afterRollback() {
    var backOff = new ExponentialBackOff(FIRST_RETRY.toMillis(), 2);
    backOff.setMaxInterval(SLOWEST_RETRY.toMillis());
    return new DefaultAfterRollbackProcessor<>(backOff);
  }
}

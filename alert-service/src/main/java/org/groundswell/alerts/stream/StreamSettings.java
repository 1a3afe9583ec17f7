package org.groundswell.alerts.stream;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.config.SslConfigs;
import org.apache.kafka.streams.StreamsConfig;
import org.groundswell.alerts.topics.Topics;
import org.groundswell.alerts.topics.TopicsProperties;
import org.springframework.boot.kafka.autoconfigure.KafkaConnectionDetails;
import org.springframework.boot.kafka.autoconfigure.KafkaProperties;
import org.springframework.boot.kafka.autoconfigure.SslBundleSslEngineFactory;
import org.springframework.boot.ssl.SslBundle;
import org.springframework.stereotype.Component;

/** Settings of Kafka Streams: what Spring's properties say, and what the design settles. */
@Component
class StreamSettings {

  private static final long POLL_MILLIS = 20;
  private static final int HEARTBEATS_PER_SESSION = 3;

  /** A broker that is away is waited for: by default a thread would fail after five minutes. */
  private static final Duration BROKER_AWAY = Duration.ofDays(1);

  private final KafkaProperties kafka;
  private final KafkaConnectionDetails connection;
  private final StreamProperties stream;
  private final TopicsProperties created;
  private final Topics topics;
  private final Instruments instruments;

  StreamSettings(
      KafkaProperties kafka,
      KafkaConnectionDetails connection,
      StreamProperties stream,
      TopicsProperties created,
      Topics topics,
      Instruments instruments) {
    this.kafka = kafka;
    this.connection = connection;
    this.stream = stream;
    this.created = created;
    this.topics = topics;
    this.instruments = instruments;
  }

  StreamsConfig config() {
    return new StreamsConfig(map());
  }

  Properties properties() {
    var properties = new Properties();
    properties.putAll(map());
    return properties;
  }

  /** Tells whether an instance that comes back is known to the group by a name of its own. */
  boolean isStaticMember() {
    return map().containsKey(ConsumerConfig.GROUP_INSTANCE_ID_CONFIG);
  }

  private Map<String, Object> map() {
    var config = new HashMap<>(kafka.buildStreamsProperties());
    trust(config);
    config.put(StreamsConfig.PROCESSING_GUARANTEE_CONFIG, StreamsConfig.EXACTLY_ONCE_V2);
    config.put(StreamsConfig.ENSURE_EXPLICIT_INTERNAL_RESOURCE_NAMING_CONFIG, true);
    config.put(StreamsConfig.NUM_STREAM_THREADS_CONFIG, stream.threads());
    config.put(StreamsConfig.NUM_STANDBY_REPLICAS_CONFIG, stream.standbyReplicas());
    config.put(StreamsConfig.COMMIT_INTERVAL_MS_CONFIG, stream.commitInterval().toMillis());
    // Judging goes on between polls; a short poll keeps it going while nothing arrives.
    config.put(StreamsConfig.POLL_MS_CONFIG, POLL_MILLIS);
    config.put(StreamsConfig.TASK_TIMEOUT_MS_CONFIG, BROKER_AWAY.toMillis());
    config.put(StreamsConfig.REPLICATION_FACTOR_CONFIG, (int) created.replication());
    config.put(StreamsConfig.DESERIALIZATION_EXCEPTION_HANDLER_CLASS_CONFIG, DeadLetters.class);
    config.put(StreamsConfig.ROCKSDB_CONFIG_SETTER_CLASS_CONFIG, SharedStateMemory.class);
    config.put(DeadLetters.COUNTS, instruments.signals());
    config.put(DeadLetters.TOPICS, topics);
    config.put(
        StreamsConfig.producerPrefix(ProducerConfig.TRANSACTION_TIMEOUT_CONFIG),
        (int) stream.transactionTimeout().toMillis());
    config.put(StreamsConfig.producerPrefix(ProducerConfig.COMPRESSION_TYPE_CONFIG), "zstd");
    config.put(
        StreamsConfig.producerPrefix(ProducerConfig.MAX_REQUEST_SIZE_CONFIG),
        Topics.LARGEST_DEAD_LETTER);
    config.putAll(membership());
    return config;
  }

  private Map<String, Object> membership() {
    int session = (int) stream.sessionTimeout().toMillis();
    return Map.of(
        StreamsConfig.mainConsumerPrefix(ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG),
        session,
        StreamsConfig.mainConsumerPrefix(ConsumerConfig.HEARTBEAT_INTERVAL_MS_CONFIG),
        session / HEARTBEATS_PER_SESSION);
  }

  /** Spring Boot gives the certificates to its own factory of streams only, which is not used. */
  private void trust(Map<String, Object> config) {
    SslBundle certificates = connection.getStreams().getSslBundle();
    if (certificates != null) {
      config.put(SslConfigs.SSL_ENGINE_FACTORY_CLASS_CONFIG, SslBundleSslEngineFactory.class);
      config.put(SslBundle.class.getName(), certificates);
    }
  }
}

package org.groundswell.collector.topics;

import static org.apache.kafka.common.config.TopicConfig.CLEANUP_POLICY_COMPACT;
import static org.apache.kafka.common.config.TopicConfig.CLEANUP_POLICY_CONFIG;
import static org.apache.kafka.common.config.TopicConfig.CLEANUP_POLICY_DELETE;
import static org.apache.kafka.common.config.TopicConfig.MESSAGE_TIMESTAMP_TYPE_CONFIG;
import static org.apache.kafka.common.config.TopicConfig.RETENTION_MS_CONFIG;

import java.util.Map;
import org.apache.kafka.clients.admin.NewTopic;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.kafka.core.KafkaAdmin.NewTopics;

/**
 * The topics of the collector, created at start where they are missing.
 *
 * <p>All keep the broker's time of arrival: retention looks at record timestamps, and the posts of
 * an old replay would be deleted at once if they carried their own. Event time is inside the
 * records.
 */
@Configuration(proxyBeanMethods = false)
public class Topics {

  /** Posts and clocks. */
  public static final String POSTS = "groundswell.posts";

  /** How many posts were seen, by source, minute and language. */
  public static final String COVERAGE = "groundswell.coverage";

  /** What authors, platforms or operators took back. */
  public static final String DELETIONS = "groundswell.deletions";

  /** How far each source has been read. */
  public static final String SOURCE_CURSORS = "groundswell.source-cursors";

  /** Input that could not become a post. */
  public static final String DEAD_LETTERS = "groundswell.sources.dlt";

  @Bean
  NewTopics collectorTopics(TopicProperties topics) {
    return new NewTopics(
        kept(topics, POSTS, CLEANUP_POLICY_COMPACT + "," + CLEANUP_POLICY_DELETE),
        kept(topics, COVERAGE, CLEANUP_POLICY_DELETE),
        kept(topics, DELETIONS, CLEANUP_POLICY_DELETE),
        kept(topics, DEAD_LETTERS, CLEANUP_POLICY_DELETE),
        cursors(topics));
  }

  private static NewTopic kept(TopicProperties topics, String name, String cleanup) {
    return new NewTopic(name, topics.partitions(), topics.replication())
        .configs(
            Map.of(
                CLEANUP_POLICY_CONFIG,
                cleanup,
                RETENTION_MS_CONFIG,
                Long.toString(topics.retention().toMillis()),
                MESSAGE_TIMESTAMP_TYPE_CONFIG,
                "LogAppendTime"));
  }

  /** A handful of records: one partition is read to its end faster than many. */
  private static NewTopic cursors(TopicProperties topics) {
    return new NewTopic(SOURCE_CURSORS, 1, topics.replication())
        .configs(
            Map.of(
                CLEANUP_POLICY_CONFIG,
                CLEANUP_POLICY_COMPACT,
                MESSAGE_TIMESTAMP_TYPE_CONFIG,
                "LogAppendTime"));
  }
}

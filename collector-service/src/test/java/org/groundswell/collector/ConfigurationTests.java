package org.groundswell.collector;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.validation.autoconfigure.ValidationAutoConfiguration;
import org.springframework.context.annotation.Configuration;

/** What is configured when nothing is, and what may not be configured. */
class ConfigurationTests {

  private final ApplicationContextRunner runner =
      new ApplicationContextRunner()
          .withConfiguration(AutoConfigurations.of(ValidationAutoConfiguration.class))
          .withUserConfiguration(Properties.class);

  @Test
  void pinsTheDefaults() {
    runner.run(context ->
        assertThat(
                Arrays.stream(context.getBeanDefinitionNames())
                    .filter(name -> name.startsWith("groundswell."))
                    .map(name -> context.getBean(name).toString()))
            .containsExactlyInAnyOrder(
                "HealthProperties[kafkaTimeout=PT3S, stuckAfter=PT5M]",
                "TopicProperties[partitions=24, retention=PT168H, replication=-1]",
                "CollectorProperties[id=collector, disorder=PT1M, clockInterval=PT1S,"
                    + " sourcePatience=PT15M]",
                "ReplayProperties[file=null, format=AUTO, fields=, speed=1, source=replay,"
                    + " maxSortedLines=10000000]",
                "PushProperties[enabled=true, maxBody=10485760B, maxLines=10000,"
                    + " maxLine=65536B, maxConcurrent=16]",
                "BlueskyProperties[enabled=false,"
                    + " hosts=[wss://jetstream2.us-east.bsky.network/subscribe,"
                    + " wss://jetstream1.us-east.bsky.network/subscribe,"
                    + " wss://jetstream2.us-west.bsky.network/subscribe,"
                    + " wss://jetstream1.us-west.bsky.network/subscribe], rewind=PT5S,"
                    + " connectTimeout=PT10S, silence=PT1M30S, backoffMin=PT1S,"
                    + " backoffMax=PT1M]"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "groundswell.topics.partitions=0",
        "groundswell.topics.retention=0s",
        "groundswell.topics.replication=0",
        "groundswell.collector.id=Two Words",
        "groundswell.collector.disorder=-1s",
        "groundswell.collector.disorder=2h",
        "groundswell.collector.clock-interval=1ms",
        "groundswell.collector.source-patience=1s",
        "groundswell.collector.replay.speed=0",
        "groundswell.collector.replay.speed=-3",
        "groundswell.collector.replay.speed=fast",
        "groundswell.collector.replay.speed=NaN",
        "groundswell.collector.replay.format=xml",
        "groundswell.collector.replay.fields=nothing",
        "groundswell.collector.replay.source=A",
        "groundswell.collector.replay.max-sorted-lines=0",
        "groundswell.collector.push.token=short",
        "groundswell.collector.push.max-body=1GB",
        "groundswell.collector.push.max-line=11MB",
        "groundswell.collector.push.max-lines=0",
        "groundswell.collector.push.max-concurrent=0",
        "groundswell.collector.push.timeout=0s",
        "groundswell.collector.bluesky.hosts=https://example.org",
        "groundswell.collector.bluesky.rewind=-1s",
        "groundswell.collector.bluesky.connect-timeout=0s",
        "groundswell.collector.bluesky.silence=0s",
        "groundswell.collector.bluesky.backoff-min=0s",
        "groundswell.collector.bluesky.backoff-max=1ms"
      })
  void refusesValuesThatMakeNoSense(String property) {
    runner.withPropertyValues(property).run(context -> assertThat(context).hasFailed());
  }

  @Configuration(proxyBeanMethods = false)
  @ConfigurationPropertiesScan("org.groundswell.collector")
  static class Properties {}
}

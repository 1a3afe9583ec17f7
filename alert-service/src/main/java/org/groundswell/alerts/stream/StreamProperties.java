package org.groundswell.alerts.stream;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.Assert;
import org.springframework.validation.annotation.Validated;

/**
 * How the topology runs.
 *
 * @param threads threads of the topology, which share the partitions, 1 to 64
 * @param standbyReplicas how many other instances keep a copy of each partition's state, so that
 *     they need not restore it when one is killed, 0 to 5
 * @param commitInterval how often results are made visible to readers, 10ms to 10s
 * @param transactionTimeout how long a killed instance can hold back the readers of what it wrote,
 *     5s to 10m; well above commit-interval
 * @param sessionTimeout how long a killed instance keeps its partitions, 6s to 5m
 * @param topicPoll how often the service looks for the topics that it reads, until they exist, 50ms
 *     to 1m
 * @param restarts how many failures of a thread are met with a new thread before the service gives
 *     up and reports that it is not alive, 0 to 100
 */
@Validated
@ConfigurationProperties("groundswell.alerts.stream")
record StreamProperties(
    @Min(1) @Max(64) @DefaultValue("1") int threads,
    @Min(0) @Max(5) @DefaultValue("0") int standbyReplicas,
    @NotNull @DefaultValue("100ms") Duration commitInterval,
    @NotNull @DefaultValue("15s") Duration transactionTimeout,
    @NotNull @DefaultValue("10s") Duration sessionTimeout,
    @NotNull @DefaultValue("1s") Duration topicPoll,
    @Min(0) @Max(100) @DefaultValue("3") int restarts) {

  StreamProperties {
    within("commit-interval", commitInterval, Duration.ofMillis(10), Duration.ofSeconds(10));
    within(
        "transaction-timeout", transactionTimeout, Duration.ofSeconds(5), Duration.ofMinutes(10));
    within("session-timeout", sessionTimeout, Duration.ofSeconds(6), Duration.ofMinutes(5));
    within("topic-poll", topicPoll, Duration.ofMillis(50), Duration.ofMinutes(1));
  }

  private static void within(String name, Duration value, Duration least, Duration most) {
    Assert.isTrue(
        value.compareTo(least) >= 0 && value.compareTo(most) <= 0,
        () ->
            "groundswell.alerts.stream.%s must be from %s to %s, not %s"
                .formatted(name, least, most, value));
  }
}

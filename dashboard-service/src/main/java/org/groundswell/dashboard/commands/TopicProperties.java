package org.groundswell.dashboard.commands;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.Assert;
import org.springframework.validation.annotation.Validated;

/**
 * How the topic of commands is created when it does not exist.
 *
 * @param partitions partitions of each topic that is created, 1 to 10,000
 * @param retention how long the records of the topics that are created are kept, above 0
 * @param replication copies of each partition of the topics that are created, 1 to 100; -1 is the
 *     broker's default
 */
@Validated
@ConfigurationProperties("groundswell.topics")
record TopicProperties(
    @Min(1) @Max(10_000) @DefaultValue("24") int partitions,
    @NotNull @DefaultValue("7d") Duration retention,
    @Min(-1) @Max(100) @DefaultValue("-1") short replication) {

  TopicProperties {
    Assert.isTrue(
        retention.isPositive(),
        () -> "groundswell.topics.retention (%s) must be positive".formatted(retention));
    Assert.isTrue(replication != 0, "groundswell.topics.replication (0) must be -1 or at least 1");
  }
}

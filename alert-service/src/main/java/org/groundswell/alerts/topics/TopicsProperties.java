package org.groundswell.alerts.topics;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.Assert;
import org.springframework.validation.annotation.Validated;

/**
 * How topics are created. A topic that exists keeps its number of partitions when that is larger.
 *
 * @param partitions partitions of each topic that is created, 1 to 10,000
 * @param retention how long the records of the topics that are created are kept, above 0
 * @param replication copies of each partition of the topics that are created and of the topology's
 *     internal ones, 1 to 10; -1 is the broker's default
 */
@Validated
@ConfigurationProperties("groundswell.topics")
public record TopicsProperties(
    @Min(1) @Max(10_000) @DefaultValue("24") int partitions,
    @NotNull @DefaultValue("7d") Duration retention,
    @Min(-1) @Max(10) @DefaultValue("-1") short replication) {

  public TopicsProperties {
    Assert.isTrue(
        retention.isPositive(),
        () -> "groundswell.topics.retention must be positive, not " + retention);
    Assert.isTrue(
        replication != 0,
        () -> "groundswell.topics.replication must be -1 or at least 1, not " + replication);
  }
}

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
 * @param partitions of each topic
 * @param retention how long records are kept
 * @param replication copies of each partition; -1 for the broker's own default
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

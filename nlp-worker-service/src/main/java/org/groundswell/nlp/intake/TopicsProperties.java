package org.groundswell.nlp.intake;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.Assert;
import org.springframework.validation.annotation.Validated;

/**
 * The topics read and written, and how those written here are created.
 *
 * @param posts name of the topic of posts, which is read
 * @param signals name of the topic of signals, which is written
 * @param postsDeadLetters name of the topic for records that could not be analysed
 * @param partitions partitions of the topic of signals when it is created, 1 to 10,000
 * @param replication copies of each partition of the topics that are created, 1 to 15; -1 is the
 *     broker's default
 * @param retention how long dead letters are kept, above 0
 * @param signalsRetention how long signals are kept, above 0; they quote posts, and a deletion does
 *     not reach them
 */
@Validated
@ConfigurationProperties("groundswell.topics")
record TopicsProperties(
    @Pattern(regexp = NAME) @DefaultValue("groundswell.posts") String posts,
    @Pattern(regexp = NAME) @DefaultValue("groundswell.signals") String signals,
    @Pattern(regexp = NAME) @DefaultValue("groundswell.posts.dlt") String postsDeadLetters,
    @Min(1) @Max(10_000) @DefaultValue("24") int partitions,
    @Min(-1) @Max(15) @DefaultValue("-1") short replication,
    @NotNull @DefaultValue("7d") Duration retention,
    @NotNull @DefaultValue("24h") Duration signalsRetention) {

  private static final String NAME = "[a-zA-Z0-9._-]{1,200}";

  TopicsProperties {
    Assert.isTrue(replication != 0, "groundswell.topics.replication must not be 0");
    requirePositive("retention", retention);
    requirePositive("signals-retention", signalsRetention);
  }

  private static void requirePositive(String name, Duration duration) {
    Assert.isTrue(
        duration == null || duration.isPositive(),
        () -> "groundswell.topics.%s (%s) must be positive".formatted(name, duration));
  }
}

package org.groundswell.collector.intake;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.Assert;
import org.springframework.validation.annotation.Validated;

/**
 * What all sources share.
 *
 * @param id of this collector in its clocks; two collectors on one cluster must differ in it
 * @param disorder how far behind its source's clock a post may be and still count at its own time;
 *     a minute is judged so much later
 * @param clockInterval wall time between two clocks
 * @param sourcePatience how long a source may stand still before the stream's clock goes on without
 *     it
 * @param authorSecret key of the hash that stands for an author, at least {@value #SECRET_LENGTH}
 *     characters; {@link AuthorKeys} refuses to start without it
 * @param workDirectory for temporary copies of compressed files; null is the system's own
 */
@Validated
@ConfigurationProperties("groundswell.collector")
public record CollectorProperties(
    @Pattern(regexp = "[a-z][a-z0-9-]{0,31}") @DefaultValue("collector") String id,
    @NotNull @DefaultValue("60s") Duration disorder,
    @NotNull @DefaultValue("1s") Duration clockInterval,
    @NotNull @DefaultValue("15m") Duration sourcePatience,
    @Nullable String authorSecret,
    @Nullable Path workDirectory) {

  static final int SECRET_LENGTH = 16;

  public CollectorProperties {
    Assert.isTrue(
        !disorder.isNegative() && disorder.compareTo(Duration.ofHours(1)) <= 0,
        () -> "groundswell.collector.disorder (%s) must be 0 to 1h".formatted(disorder));
    Assert.isTrue(
        clockInterval.compareTo(Duration.ofMillis(10)) >= 0
            && clockInterval.compareTo(Duration.ofMinutes(1)) <= 0,
        () ->
            "groundswell.collector.clock-interval (%s) must be 10ms to 1m"
                .formatted(clockInterval));
    Assert.isTrue(
        sourcePatience.compareTo(clockInterval) > 0,
        () ->
            "groundswell.collector.source-patience (%s) must be longer than clock-interval (%s)"
                .formatted(sourcePatience, clockInterval));
  }

  /** Keeps the secret out of logs. */
  @Override
  public String toString() {
    return "CollectorProperties[id=%s, disorder=%s, clockInterval=%s, sourcePatience=%s]"
        .formatted(id, disorder, clockInterval, sourcePatience);
  }
}

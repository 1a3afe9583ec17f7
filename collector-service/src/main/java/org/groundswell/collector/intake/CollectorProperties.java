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
 * @param id name of this collector in its clocks, such as collector-1: a letter, then up to 31
 *     small letters, digits and hyphens; two collectors on one cluster must differ in it
 * @param disorder how far behind its source's clock a post may be and still count at its own time,
 *     0 to 1h; a minute is judged so much later
 * @param clockInterval wall time between two clocks, 10ms to 1m; an unpaced replay also writes one
 *     every 5,000 records
 * @param sourcePatience how long a silent source may hold the clock of the stream; longer than
 *     clock-interval. A file holds it for ever
 * @param authorSecret secret, required: the key of the hash that stands for an author, at least 16
 *     characters; another secret makes other authors
 * @param workDirectory folder for the unpacked copy of a compressed file that must be sorted; the
 *     system's temporary one when not set
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
            ("groundswell.collector.source-patience (%s) must be longer than"
                    + " groundswell.collector.clock-interval (%s)")
                .formatted(sourcePatience, clockInterval));
  }

  /** Keeps the secret out of logs. */
  @Override
  public String toString() {
    return "CollectorProperties[id=%s, disorder=%s, clockInterval=%s, sourcePatience=%s]"
        .formatted(id, disorder, clockInterval, sourcePatience);
  }
}

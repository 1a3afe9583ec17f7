package org.groundswell.collector.health;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.Assert;

/**
 * When the service counts as unwell.
 *
 * @param kafkaTimeout how long a broker may take to answer, 100ms to 1m; the readiness waits for it
 * @param stuckAfter how long work may stand still before the service is no longer live, 10s to 1h;
 *     above a minute, for which a client may wait for a broker that is away
 */
@ConfigurationProperties("groundswell.health")
public record HealthProperties(
    @DefaultValue("3s") Duration kafkaTimeout, @DefaultValue("5m") Duration stuckAfter) {

  /** Rejects times outside their bounds, naming property and value. */
  public HealthProperties {
    within("kafka-timeout", kafkaTimeout, Duration.ofMillis(100), Duration.ofMinutes(1));
    within("stuck-after", stuckAfter, Duration.ofSeconds(10), Duration.ofHours(1));
  }

  private static void within(String name, Duration value, Duration least, Duration most) {
    Assert.isTrue(
        value.compareTo(least) >= 0 && value.compareTo(most) <= 0,
        () ->
            "groundswell.health.%s must be from %s to %s, not %s"
                .formatted(name, least, most, value));
  }
}

package org.groundswell.dashboard.live;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.Assert;
import org.springframework.validation.annotation.Validated;

/**
 * Limits of the live stream.
 *
 * @param maxListeners live streams open at once, 1 or more; one more is refused
 * @param backlog alerts that may wait for one slow reader, 1 or more; a reader that falls further
 *     behind is cut off and comes back by itself
 * @param heartbeat silence after which a comment is sent, above 0 and below max-duration, so that
 *     nobody on the way gives the connection up and a reader that has gone is noticed
 * @param maxDuration age at which a live stream ends; the reader comes back by itself
 */
@Validated
@ConfigurationProperties("groundswell.dashboard.live")
record LiveProperties(
    @Positive @DefaultValue("200") int maxListeners,
    @Positive @DefaultValue("256") int backlog,
    @NotNull @DefaultValue("15s") Duration heartbeat,
    @NotNull @DefaultValue("1h") Duration maxDuration) {

  LiveProperties {
    Assert.isTrue(
        heartbeat.isPositive() && heartbeat.compareTo(maxDuration) < 0,
        () ->
            ("groundswell.dashboard.live.heartbeat (%s) must be positive and below"
                    + " groundswell.dashboard.live.max-duration (%s)")
                .formatted(heartbeat, maxDuration));
  }
}

package org.groundswell.alerts.incident;

import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.Assert;
import org.springframework.validation.annotation.Validated;

/**
 * Tuning of the life of alerts.
 *
 * @param quietUpdate event time after which an alert with new posts is published again although it
 *     got neither worse nor wider, 1m to 7d
 * @param growth factor by which the distinct voices must grow for an alert to be published at once,
 *     1.01 or more
 * @param keep event time for which a closed alert is remembered, so that what its evidence shows
 *     can still be taken back, 2d to 365d; at least as long as the topic of alerts keeps it
 * @param neighbourKm kilometres within which two towns of a country share one alert, 0 to 500;
 *     people name a suburb and its city for one event. 0 keeps all towns apart
 * @param unite towns of a division or country that must be alerted within a day for their alerts to
 *     become one of the wider place, 2 to 1,000
 */
@Validated
@ConfigurationProperties("groundswell.alerts.incident")
public record IncidentProperties(
    @NotNull @DefaultValue("30m") Duration quietUpdate,
    @DecimalMin("1.01") @DefaultValue("1.5") double growth,
    @NotNull @DefaultValue("7d") Duration keep,
    @DecimalMin("0") @DecimalMax("500") @DefaultValue("30") double neighbourKm,
    @Min(2) @Max(1000) @DefaultValue("4") int unite) {

  public IncidentProperties {
    within("quiet-update", quietUpdate, Duration.ofMinutes(1), Duration.ofDays(7));
    within("keep", keep, Duration.ofDays(2), Duration.ofDays(365));
  }

  private static void within(String name, Duration value, Duration least, Duration most) {
    Assert.isTrue(
        value.compareTo(least) >= 0 && value.compareTo(most) <= 0,
        () ->
            "groundswell.alerts.incident.%s must be from %s to %s, not %s"
                .formatted(name, least, most, value));
  }
}

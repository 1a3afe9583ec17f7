package org.groundswell.alerts.store;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.Assert;
import org.springframework.validation.annotation.Validated;

/**
 * Who copies alerts to the database.
 *
 * @param group consumer group of the writer to the database, up to 200 letters, digits, dots,
 *     hyphens and underscores; its sibling that erases what was taken back ends in -deletions
 * @param keepEvidence how long the posts that alerts are shown with are kept after they were last
 *     written, by whole months, 1d to 3650d
 * @param keepRevisions how long the history of alerts is kept, 1d to 3650d
 */
@Validated
@ConfigurationProperties("groundswell.alerts.store")
record StoreProperties(
    @NotNull @Pattern(regexp = "[a-zA-Z0-9._-]{1,200}") @DefaultValue("groundswell-alerts-store")
        String group,
    @NotNull @DefaultValue("90d") Duration keepEvidence,
    @NotNull @DefaultValue("365d") Duration keepRevisions) {

  StoreProperties {
    within("keep-evidence", keepEvidence);
    within("keep-revisions", keepRevisions);
  }

  private static void within(String name, Duration value) {
    Assert.isTrue(
        value.toDays() >= 1 && value.toDays() <= 3650,
        () -> "groundswell.alerts.store.%s must be 1d to 3650d, not %s".formatted(name, value));
  }
}

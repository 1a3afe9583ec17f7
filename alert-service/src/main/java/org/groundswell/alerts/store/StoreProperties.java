package org.groundswell.alerts.store;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Who copies alerts to the database.
 *
 * @param group consumer group of the writer to the database, up to 200 letters, digits, dots,
 *     hyphens and underscores; its sibling that erases what was taken back ends in -deletions
 */
@Validated
@ConfigurationProperties("groundswell.alerts.store")
record StoreProperties(
    @NotNull @Pattern(regexp = "[a-zA-Z0-9._-]{1,200}") @DefaultValue("groundswell-alerts-store")
        String group) {}

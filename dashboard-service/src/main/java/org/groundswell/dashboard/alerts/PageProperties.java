package org.groundswell.dashboard.alerts;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Positive;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.Assert;
import org.springframework.validation.annotation.Validated;

/**
 * How many alerts one answer may hold.
 *
 * @param defaultSize alerts on a page when the caller does not say, from 1 to max-size
 * @param maxSize most alerts on a page that a caller may ask for, 1 to 10,000
 */
@Validated
@ConfigurationProperties("groundswell.dashboard.page")
record PageProperties(
    @Positive @DefaultValue("50") int defaultSize,
    @Positive @Max(10_000) @DefaultValue("500") int maxSize) {

  PageProperties {
    Assert.isTrue(
        defaultSize <= maxSize,
        ("groundswell.dashboard.page.default-size (%d) must not exceed"
                + " groundswell.dashboard.page.max-size (%d)")
            .formatted(defaultSize, maxSize));
  }
}

package org.groundswell.dashboard.cap;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.net.URI;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.Assert;
import org.springframework.validation.annotation.Validated;

/**
 * What messages of the Common Alerting Protocol say of their sender.
 *
 * @param sender worldwide unique name of the sender, such as an address of e-mail: up to 200
 *     characters without spaces, commas, less-than signs and ampersands
 * @param senderName name of the sender that people read, up to 200 characters
 * @param status how messages are to be handled: ACTUAL, EXERCISE, SYSTEM, TEST or DRAFT; people may
 *     act on ACTUAL
 * @param page address of this service's page as its readers reach it, http or https; without one
 *     messages have no link
 * @param validity how long a message holds unless another follows, above 0 and up to 30d
 */
@Validated
@ConfigurationProperties("groundswell.dashboard.cap")
record CapProperties(
    @NotNull @Pattern(regexp = "[^\\s,<&]{1,200}") @DefaultValue("groundswell@localhost")
        String sender,
    @NotBlank @Size(max = 200) @DefaultValue("Groundswell (machine-made and unverified)")
        String senderName,
    @NotNull @DefaultValue("TEST") Status status,
    @Nullable URI page,
    @NotNull @DefaultValue("24h") Duration validity) {

  private static final Duration LONGEST = Duration.ofDays(30);

  CapProperties {
    Assert.isTrue(
        page == null || "http".equals(page.getScheme()) || "https".equals(page.getScheme()),
        () -> "groundswell.dashboard.cap.page (%s) must begin with http or https".formatted(page));
    Assert.isTrue(
        validity.isPositive() && validity.compareTo(LONGEST) <= 0,
        () ->
            "groundswell.dashboard.cap.validity (%s) must be above 0 and up to 30d"
                .formatted(validity));
  }

  /** How a message is to be handled. */
  enum Status {
    ACTUAL,
    EXERCISE,
    SYSTEM,
    TEST,
    DRAFT
  }
}

package org.groundswell.alerts.notification;

import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.net.URI;
import java.time.Duration;
import java.util.Base64;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.Assert;
import org.springframework.validation.annotation.Validated;

/**
 * How subscribers are told of alerts.
 *
 * @param key secret: 32 bytes in Base64 under which the secrets of subscriptions are encrypted;
 *     without it only subscriptions by e-mail are taken
 * @param mailFrom sender of e-mails, an address; e-mails also need spring.mail.host
 * @param dashboardUrl http or https address of the dashboard, to which messages then lead
 * @param allowPrivate whether webhooks may lead to private addresses, this machine included
 * @param allowHttp whether webhooks may do without TLS
 * @param group consumer group that matches alerts with subscriptions, up to 200 letters, digits,
 *     dots, hyphens and underscores
 * @param deadLetters topic of what could not be delivered, created when the service starts
 * @param poll pause between two looks at what is due, 10ms to 1m
 * @param timeout how long one attempt may take, 100ms to 1m
 * @param attempts after how many failures a message is given up, 1 to 100
 * @param firstPause wait after the first failure, 10ms to 1h; doubles with each, by chance up to a
 *     half more or less
 * @param longestPause longest wait between two attempts, first-pause to 24h
 * @param retention how long it is remembered what was sent, 1d to 365d; must be longer than alerts
 *     stay in their topic, so that reading it again tells nothing twice
 */
@Validated
@ConfigurationProperties("groundswell.alerts.notification")
record NotificationProperties(
    @Nullable String key,
    @Nullable @Email String mailFrom,
    @Nullable URI dashboardUrl,
    @DefaultValue("false") boolean allowPrivate,
    @DefaultValue("false") boolean allowHttp,
    @NotNull @Pattern(regexp = NAME) @DefaultValue("groundswell-alerts-notifications") String group,
    @NotNull @Pattern(regexp = NAME) @DefaultValue("groundswell.notifications.dlt")
        String deadLetters,
    @DefaultValue("1s") Duration poll,
    @DefaultValue("10s") Duration timeout,
    @Min(1) @Max(100) @DefaultValue("15") int attempts,
    @DefaultValue("10s") Duration firstPause,
    @DefaultValue("1h") Duration longestPause,
    @DefaultValue("30d") Duration retention) {

  private static final String NAME = "[a-zA-Z0-9._-]{1,200}";
  private static final int KEY_BYTES = 32;

  NotificationProperties {
    key = key == null || key.isBlank() ? null : key.strip();
    mailFrom = mailFrom == null || mailFrom.isBlank() ? null : mailFrom.strip();
    Assert.isTrue(
        key == null || isKey(key),
        "groundswell.alerts.notification.key must be 32 bytes in Base64, as of openssl rand -base64"
            + " 32");
    Assert.isTrue(
        dashboardUrl == null || isWeb(dashboardUrl),
        "groundswell.alerts.notification.dashboard-url must be an http or https address, not "
            + dashboardUrl);
    within("poll", poll, Duration.ofMillis(10), Duration.ofMinutes(1));
    within("timeout", timeout, Duration.ofMillis(100), Duration.ofMinutes(1));
    within("first-pause", firstPause, Duration.ofMillis(10), Duration.ofHours(1));
    within("longest-pause", longestPause, firstPause, Duration.ofDays(1));
    within("retention", retention, Duration.ofDays(1), Duration.ofDays(365));
  }

  /** Returns the key, or null when there is none. */
  byte @Nullable [] keyBytes() {
    return key == null ? null : Base64.getDecoder().decode(key);
  }

  private static boolean isKey(String key) {
    try {
      return Base64.getDecoder().decode(key).length == KEY_BYTES;
    } catch (IllegalArgumentException _) {
      return false;
    }
  }

  private static boolean isWeb(URI url) {
    return url.getHost() != null
        && ("https".equalsIgnoreCase(url.getScheme()) || "http".equalsIgnoreCase(url.getScheme()));
  }

  private static void within(String name, Duration value, Duration least, Duration most) {
    Assert.isTrue(
        value.compareTo(least) >= 0 && value.compareTo(most) <= 0,
        () ->
            "groundswell.alerts.notification.%s must be from %s to %s, not %s"
                .formatted(name, least, most, value));
  }

  /** Keeps the key out of logs. */
  @Override
  public String toString() {
    return "NotificationProperties[group=%s, deadLetters=%s]".formatted(group, deadLetters);
  }
}

package org.groundswell.dashboard.commands;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.Assert;
import org.springframework.validation.annotation.Validated;

/**
 * Who may acknowledge, dismiss and comment alerts, and how often.
 *
 * @param token secret: the bearer token of callers, at least 16 characters; without one only this
 *     machine is served
 * @param perMinute most commands that one instance takes in a minute, 1 to 10,000; more are told to
 *     come back
 * @param timeout how long a command waits for Kafka's word, from 1s to 2m
 */
@Validated
@ConfigurationProperties("groundswell.dashboard.commands")
record CommandsProperties(
    @Nullable String token,
    @Min(1) @Max(10_000) @DefaultValue("60") int perMinute,
    @NotNull @DefaultValue("10s") Duration timeout) {

  private static final int TOKEN_LENGTH = 16;
  private static final Duration SHORTEST = Duration.ofSeconds(1);
  private static final Duration LONGEST = Duration.ofMinutes(2);

  CommandsProperties {
    token = token == null || token.isBlank() ? null : token.strip();
    Assert.isTrue(
        token == null || token.length() >= TOKEN_LENGTH,
        "groundswell.dashboard.commands.token must have at least 16 characters");
    Assert.isTrue(
        timeout.compareTo(SHORTEST) >= 0 && timeout.compareTo(LONGEST) <= 0,
        () -> "groundswell.dashboard.commands.timeout (%s) must be 1s to 2m".formatted(timeout));
  }

  /** Keeps the token out of logs. */
  @Override
  public String toString() {
    return "CommandsProperties[perMinute=%d, timeout=%s]".formatted(perMinute, timeout);
  }
}

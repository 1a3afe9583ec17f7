package org.groundswell.collector.push;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.Assert;
import org.springframework.util.unit.DataSize;
import org.springframework.validation.annotation.Validated;

/**
 * Who may push how much.
 *
 * @param enabled whether posts can be pushed and taken back over HTTP
 * @param token secret: the bearer token of callers, at least 16 characters; without one only this
 *     machine is served
 * @param maxBody largest body of a request, up to 100MB
 * @param maxLine longest line of a request, up to max-body
 * @param maxLines most posts of a request, 1 to 1,000,000
 * @param maxConcurrent requests at work at the same time, 1 to 1,000; more are told to come back
 * @param timeout how long a request waits for Kafka's word, above 0 and up to 2m
 */
@Validated
@ConfigurationProperties("groundswell.collector.push")
record PushProperties(
    @DefaultValue("true") boolean enabled,
    @Nullable String token,
    @NotNull @DefaultValue("10MB") DataSize maxBody,
    @Min(1) @Max(1_000_000) @DefaultValue("10000") int maxLines,
    @NotNull @DefaultValue("64KB") DataSize maxLine,
    @Min(1) @Max(1_000) @DefaultValue("16") int maxConcurrent,
    @NotNull @DefaultValue("10s") Duration timeout) {

  private static final int TOKEN_LENGTH = 16;
  private static final DataSize LARGEST_BODY = DataSize.ofMegabytes(100);

  PushProperties {
    token = token == null || token.isBlank() ? null : token.strip();
    Assert.isTrue(
        token == null || token.length() >= TOKEN_LENGTH,
        "groundswell.collector.push.token must have at least 16 characters");
    Assert.isTrue(
        maxBody.toBytes() > 0 && maxBody.compareTo(LARGEST_BODY) <= 0,
        () -> "groundswell.collector.push.max-body (%s) must be 1B to 100MB".formatted(maxBody));
    Assert.isTrue(
        maxLine.toBytes() > 0 && maxLine.compareTo(maxBody) <= 0,
        () ->
            ("groundswell.collector.push.max-line (%s) must be 1B to"
                    + " groundswell.collector.push.max-body (%s)")
                .formatted(maxLine, maxBody));
    Assert.isTrue(
        timeout.isPositive() && timeout.compareTo(Duration.ofMinutes(2)) <= 0,
        () -> "groundswell.collector.push.timeout (%s) must be 1ms to 2m".formatted(timeout));
  }

  /** Keeps the token out of logs. */
  @Override
  public String toString() {
    return "PushProperties[enabled=%s, maxBody=%s, maxLines=%d, maxLine=%s, maxConcurrent=%d]"
        .formatted(enabled, maxBody, maxLines, maxLine, maxConcurrent);
  }
}

package org.groundswell.nlp.analyses;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.Assert;
import org.springframework.util.unit.DataSize;
import org.springframework.validation.annotation.Validated;

/**
 * Who may have how much analysed over HTTP.
 *
 * @param token secret: the bearer token of callers, at least 16 characters; without one only this
 *     machine is served
 * @param maxBody largest body of a request, up to 100MB
 * @param maxLines most texts of a request, 1 to 1,000,000
 * @param maxConcurrent requests at work at the same time, 1 to 100; more are told to come back
 */
@Validated
@ConfigurationProperties("groundswell.nlp.analyses")
record AnalysesProperties(
    @Nullable String token,
    @NotNull @DefaultValue("32MB") DataSize maxBody,
    @Min(1) @Max(1_000_000) @DefaultValue("100000") int maxLines,
    @Min(1) @Max(100) @DefaultValue("2") int maxConcurrent) {

  private static final int TOKEN_LENGTH = 16;
  private static final DataSize LARGEST_BODY = DataSize.ofMegabytes(100);

  AnalysesProperties {
    token = token == null || token.isBlank() ? null : token.strip();
    Assert.isTrue(
        token == null || token.length() >= TOKEN_LENGTH,
        "groundswell.nlp.analyses.token must have at least 16 characters");
    Assert.isTrue(
        maxBody.toBytes() > 0 && maxBody.compareTo(LARGEST_BODY) <= 0,
        () -> "groundswell.nlp.analyses.max-body (%s) must be 1B to 100MB".formatted(maxBody));
  }

  /** Keeps the token out of logs. */
  @Override
  public String toString() {
    return "AnalysesProperties[maxBody=%s, maxLines=%d, maxConcurrent=%d]"
        .formatted(maxBody, maxLines, maxConcurrent);
  }
}

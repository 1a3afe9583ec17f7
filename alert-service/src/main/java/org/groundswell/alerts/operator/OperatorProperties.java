package org.groundswell.alerts.operator;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.util.Assert;

/**
 * Who may operate this service over HTTP.
 *
 * @param token secret: the bearer token of operators, at least 16 characters; without one only this
 *     machine is served
 */
@ConfigurationProperties("groundswell.alerts.operator")
record OperatorProperties(@Nullable String token) {

  private static final int TOKEN_LENGTH = 16;

  OperatorProperties {
    token = token == null || token.isBlank() ? null : token.strip();
    Assert.isTrue(
        token == null || token.length() >= TOKEN_LENGTH,
        "groundswell.alerts.operator.token must have at least 16 characters");
  }

  /** Keeps the token out of logs. */
  @Override
  public String toString() {
    return "OperatorProperties[]";
  }
}

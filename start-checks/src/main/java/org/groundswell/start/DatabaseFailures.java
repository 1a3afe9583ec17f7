package org.groundswell.start;

import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.core.env.Environment;

/** Says why the database could not be reached, in place of a stack trace. */
@Order(Ordered.HIGHEST_PRECEDENCE + 1)
final class DatabaseFailures extends AbstractFailureAnalyzer<SQLException> {

  private static final String CONNECTION_EXCEPTION = "08";

  private final Environment environment;

  DatabaseFailures(Environment environment) {
    this.environment = environment;
  }

  @Override
  protected @Nullable FailureAnalysis analyze(Throwable rootFailure, SQLException cause) {
    return DatabaseFailure.in(cause)
        .filter(it -> it.isFinal() || it.cause().getSQLState().startsWith(CONNECTION_EXCEPTION))
        .map(it -> it.cannotStart(environment))
        .map(it -> new FailureAnalysis(it.description(), it.remedy(), it))
        .orElse(null);
  }
}

package org.groundswell.start;

import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.context.properties.source.ConfigurationProperty;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.core.env.Environment;

/**
 * Says which rule of a configuration record was broken, and where the properties that the rule
 * names were set.
 */
@Order(Ordered.HIGHEST_PRECEDENCE + 1)
final class RuleFailures extends AbstractFailureAnalyzer<BindException> {

  private static final Pattern NAME = Pattern.compile("groundswell(\\.[a-z0-9-]+)+");

  private static final Pattern SECRET = Pattern.compile(".*(secret|token|password|key)");

  private final Environment environment;

  RuleFailures(Environment environment) {
    this.environment = environment;
  }

  @Override
  protected @Nullable FailureAnalysis analyze(Throwable rootFailure, BindException cause) {
    return cause.getProperty() == null
        ? Words.causes(cause)
            .filter(IllegalArgumentException.class::isInstance)
            .map(rule -> String.valueOf(rule.getMessage()))
            .filter(rule -> NAME.matcher(rule).find())
            .findFirst()
            .map(rule -> analysis(rule, cause))
            .orElse(null)
        : null;
  }

  private FailureAnalysis analysis(String rule, BindException cause) {
    String origins =
        NAME.matcher(rule)
            .results()
            .map(MatchResult::group)
            .distinct()
            .map(this::origin)
            .collect(Collectors.joining());
    return new FailureAnalysis(
        rule + "." + origins, "Update your application's configuration", cause);
  }

  private String origin(String name) {
    return Configured.find(environment, name).map(property -> told(name, property)).orElse("");
  }

  private static String told(String name, ConfigurationProperty property) {
    String value = SECRET.matcher(name).matches() ? "(secret)" : "\"" + property.getValue() + '"';
    return "%n%n    Property: %s%n    Value: %s%n    Origin: %s"
        .formatted(name, value, property.getOrigin());
  }
}

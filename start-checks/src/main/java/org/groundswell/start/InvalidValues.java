package org.groundswell.start;

import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.DataObjectPropertyName;
import org.springframework.boot.context.properties.bind.validation.BindValidationException;
import org.springframework.boot.context.properties.bind.validation.ValidationErrors;
import org.springframework.boot.context.properties.source.ConfigurationProperty;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.origin.Origin;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.core.env.Environment;
import org.springframework.validation.FieldError;
import org.springframework.validation.ObjectError;

/**
 * Says which values are out of range, by the names under which they are documented. Spring Boot
 * tells the names of the fields, which have no dashes.
 */
@Order(Ordered.HIGHEST_PRECEDENCE + 1)
final class InvalidValues extends AbstractFailureAnalyzer<BindValidationException> {

  private static final Pattern DOT = Pattern.compile("\\.");

  private final Environment environment;

  InvalidValues(Environment environment) {
    this.environment = environment;
  }

  @Override
  protected @Nullable FailureAnalysis analyze(
      Throwable rootFailure, BindValidationException cause) {
    ValidationErrors errors = cause.getValidationErrors();
    String told =
        errors.getAllErrors().stream()
            .map(error -> told(errors.getName() + ".", error))
            .collect(Collectors.joining());
    return new FailureAnalysis(
        "The configuration is not valid:" + told, "Update your application's configuration", cause);
  }

  private String told(String prefix, ObjectError error) {
    return error instanceof FieldError field
        ? told(prefix + documented(field.getField()), field)
        : "%n%n    %s: %s".formatted(error.getObjectName(), error.getDefaultMessage());
  }

  /** Spring Boot does not know the origin of what lies deeper, so it is looked up. */
  private String told(String name, FieldError field) {
    return "%n%n    Property: %s%n    Value: \"%s\"%n    Origin: %s%n    Reason: %s"
        .formatted(
            name,
            field.getRejectedValue(),
            Configured.find(environment, name)
                .map(ConfigurationProperty::getOrigin)
                .map(Origin::toString)
                .orElse("default"),
            field.getDefaultMessage());
  }

  private static String documented(String field) {
    return DOT.splitAsStream(field)
        .map(DataObjectPropertyName::toDashedForm)
        .collect(Collectors.joining("."));
  }
}

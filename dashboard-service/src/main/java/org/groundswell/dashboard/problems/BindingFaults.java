package org.groundswell.dashboard.problems;

import java.time.Instant;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.TypeMismatchException;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.core.convert.ConversionFailedException;
import org.springframework.validation.FieldError;
import org.springframework.web.bind.MethodArgumentNotValidException;

/** Tells in plain words why Spring could not read a parameter. */
final class BindingFaults {

  private BindingFaults() {}

  /** Speaks of the first parameter in the order of the handler's own. */
  static BadParameter toBadParameter(MethodArgumentNotValidException invalid) {
    FieldError error = invalid.getFieldErrors().getFirst();
    return new BadParameter(error.getField(), given(error.getRejectedValue()), reason(error));
  }

  private static String given(@Nullable Object rejected) {
    return rejected instanceof String[] several
        ? String.join(",", several)
        : String.valueOf(rejected);
  }

  private static String reason(FieldError error) {
    ConversionFailedException conversion = null;
    Throwable cause =
        error.contains(TypeMismatchException.class)
            ? error.unwrap(TypeMismatchException.class)
            : null;
    for (; cause != null; cause = cause.getCause()) {
      if (cause instanceof ConversionFailedException failed) {
        conversion = failed; // the innermost one speaks of the element, not of the list
      }
    }
    return conversion == null ? "it cannot be read" : reason(conversion);
  }

  private static String reason(ConversionFailedException conversion) {
    Class<?> wanted = conversion.getTargetType().getType();
    Object value = conversion.getValue();
    if (wanted.isEnum()) {
      return "'%s' is not one of %s".formatted(value, names(wanted));
    }
    if (wanted == Instant.class) {
      return "it is not an ISO-8601 instant such as 2026-06-03T14:00:00Z";
    }
    if (Number.class.isAssignableFrom(wanted)) {
      return "it is not a whole number";
    }
    return String.valueOf(NestedExceptionUtils.getMostSpecificCause(conversion).getMessage());
  }

  private static String names(Class<?> wanted) {
    return Arrays.stream(wanted.getEnumConstants())
        .map(Object::toString)
        .collect(Collectors.joining(", "));
  }
}

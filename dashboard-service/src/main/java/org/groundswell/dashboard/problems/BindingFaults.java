package org.groundswell.dashboard.problems;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.TypeMismatchException;
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
    if (!error.contains(TypeMismatchException.class)) {
      return "it cannot be read";
    }
    TypeMismatchException mismatch = error.unwrap(TypeMismatchException.class);
    ConversionFailedException conversion = innermost(mismatch);
    return conversion == null
        ? reason(mismatch.getRequiredType(), mismatch.getValue(), mismatch)
        : reason(
            conversion.getTargetType().getType(),
            conversion.getValue(),
            Objects.requireNonNullElse(conversion.getCause(), conversion));
  }

  // Within a list, the innermost one speaks of the element and not of the list.
  private static @Nullable ConversionFailedException innermost(Throwable outermost) {
    ConversionFailedException innermost = null;
    for (Throwable cause = outermost; cause != null; cause = cause.getCause()) {
      innermost = cause instanceof ConversionFailedException failed ? failed : innermost;
    }
    return innermost;
  }

  private static String reason(@Nullable Class<?> wanted, @Nullable Object value, Throwable cause) {
    if (wanted != null && wanted.isEnum()) {
      return "'%s' is not one of %s".formatted(value, names(wanted));
    }
    if (wanted == Instant.class) {
      return "it is not an ISO-8601 instant such as 2026-06-03T14:00:00Z";
    }
    if (wanted == LocalDate.class) {
      return "it is not an ISO-8601 day such as 2026-06-03";
    }
    if (wanted == Integer.class) {
      return "it is not a whole number, or far too large";
    }
    return String.valueOf(cause.getMessage());
  }

  private static String names(Class<?> wanted) {
    return Arrays.stream(wanted.getEnumConstants())
        .map(Object::toString)
        .collect(Collectors.joining(", "));
  }
}

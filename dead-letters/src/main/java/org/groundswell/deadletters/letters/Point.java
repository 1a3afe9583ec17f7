package org.groundswell.deadletters.letters;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** A place in a topic of dead letters. */
public sealed interface Point {

  /** The record with this offset, or the next. */
  record Offset(long offset) implements Point {}

  /** The first record that was written then or later, by the broker's clock. */
  record Time(Instant time) implements Point {}

  /** Reads an offset in decimal or a time in ISO-8601 with its zone. */
  final class Reader implements ITypeConverter<Point> {

    @Override
    public Point convert(String text) {
      if (text.matches("\\d{1,18}")) {
        return new Offset(Long.parseLong(text));
      }
      try {
        return new Time(OffsetDateTime.parse(text).toInstant());
      } catch (DateTimeException e) {
        throw new TypeConversionException(
            "'%s' is neither an offset nor a time such as 2026-06-03T14:05:11Z".formatted(text));
      }
    }
  }
}

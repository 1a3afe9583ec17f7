package org.groundswell.collector.format;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.time.temporal.TemporalAccessor;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Reads the times that posts carry: ISO 8601 with or without an offset (UTC when there is none, and
 * a space may stand for the T), the form of Twitter ({@code Wed Oct 10 20:19:24 +0000 2018}), and
 * seconds or milliseconds since 1970.
 */
public final class Timestamps {

  /** As a number of seconds this is the year 5138, as milliseconds 3 March 1973. */
  private static final long SMALLEST_MILLIS = 100_000_000_000L;

  private static final int MAX_LENGTH = 40;

  private static final DateTimeFormatter ISO =
      new DateTimeFormatterBuilder()
          .parseCaseInsensitive()
          .append(DateTimeFormatter.ISO_LOCAL_DATE)
          .appendPattern("['T'][' ']")
          .append(DateTimeFormatter.ISO_LOCAL_TIME)
          .appendPattern("[' ']")
          .optionalStart()
          .appendOffset("+HH:MM", "Z")
          .optionalEnd()
          .optionalStart()
          .appendOffset("+HHmm", "Z")
          .optionalEnd()
          .appendPattern("['UTC']")
          .toFormatter(Locale.ROOT)
          .withResolverStyle(ResolverStyle.STRICT);

  private static final DateTimeFormatter TWITTER =
      DateTimeFormatter.ofPattern("EEE MMM dd HH:mm:ss Z uuuu", Locale.ENGLISH)
          .withResolverStyle(ResolverStyle.STRICT);

  private Timestamps() {}

  /** Returns the time, or null when the text is none. */
  public static @Nullable Instant parse(String text) {
    String time = text.strip();
    if (time.isEmpty() || time.length() > MAX_LENGTH) {
      return null;
    }
    try {
      return read(time);
    } catch (DateTimeException | ArithmeticException | NumberFormatException e) {
      return null;
    }
  }

  private static Instant read(String time) {
    if (isNumber(time)) {
      return ofEpoch(time);
    }
    if (Character.isLetter(time.charAt(0))) {
      return OffsetDateTime.parse(time, TWITTER).toInstant();
    }
    TemporalAccessor read = ISO.parseBest(time, OffsetDateTime::from, LocalDateTime::from);
    return read instanceof LocalDateTime local
        ? local.toInstant(ZoneOffset.UTC)
        : OffsetDateTime.from(read).toInstant();
  }

  private static boolean isNumber(String time) {
    for (int i = time.charAt(0) == '-' ? 1 : 0; i < time.length(); i++) {
      char c = time.charAt(i);
      if ((c < '0' || c > '9') && c != '.') {
        return false;
      }
    }
    return true;
  }

  private static Instant ofEpoch(String number) {
    int point = number.indexOf('.');
    long whole = Long.parseLong(point < 0 ? number : number.substring(0, point));
    if (Math.abs(whole) >= SMALLEST_MILLIS) {
      return Instant.ofEpochMilli(whole);
    }
    long millis =
        point < 0 ? 0 : Math.round(Double.parseDouble("0" + number.substring(point)) * 1e3);
    return Instant.ofEpochSecond(whole).plusMillis(whole < 0 ? -millis : millis);
  }
}

package org.groundswell.collector.replay;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.nio.file.Path;
import org.groundswell.collector.format.FieldNames;
import org.groundswell.collector.format.FormatName;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * What to replay.
 *
 * @param file file to replay: plain, gzip or zstd, which is seen from its first bytes; nothing is
 *     replayed when not set
 * @param format format of its records: auto (looks at the first hundred lines), groundswell, plain,
 *     twitter or csv
 * @param fields other names of the plain form's fields, such as id=tweet_id,created_at=date
 * @param speed how many times faster than the posts were made, above 0 and up to 1000000000, or max
 *     for as fast as it goes
 * @param source name under which posts are filed that do not name their source: a letter, then up
 *     to 31 small letters, digits and hyphens
 * @param maxSortedLines most records that a file out of order may have to be sorted, 1 to
 *     100,000,000; each takes 32 bytes of memory
 */
@Validated
@ConfigurationProperties("groundswell.collector.replay")
record ReplayProperties(
    @Nullable Path file,
    @NotNull @DefaultValue("auto") FormatName format,
    @DefaultValue("") String fields,
    @NotNull @DefaultValue("1") String speed,
    @Pattern(regexp = "[a-z][a-z0-9-]{0,31}") @DefaultValue("replay") String source,
    @Min(1) @Max(100_000_000) @DefaultValue("10000000") int maxSortedLines) {

  private static final String AT_ONCE = "max";
  private static final double FASTEST = 1e9;

  ReplayProperties {
    check(speed);
    names(fields);
  }

  /** Returns the speed, infinite for {@code max}. */
  double factor() {
    return speed.equals(AT_ONCE) ? Double.POSITIVE_INFINITY : Double.parseDouble(speed);
  }

  FieldNames names() {
    return names(fields);
  }

  private static void check(String speed) {
    if (!speed.equals(AT_ONCE) && !(number(speed) > 0 && number(speed) <= FASTEST)) {
      throw new IllegalArgumentException(
          "groundswell.collector.replay.speed must be a positive number or max, not \"%s\""
              .formatted(speed));
    }
  }

  private static double number(String speed) {
    try {
      return Double.parseDouble(speed);
    } catch (NumberFormatException e) {
      return Double.NaN;
    }
  }

  private static FieldNames names(String fields) {
    try {
      return FieldNames.parse(fields);
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(
          "groundswell.collector.replay.fields: " + e.getMessage(), e);
    }
  }
}

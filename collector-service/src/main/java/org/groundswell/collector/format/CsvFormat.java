package org.groundswell.collector.format;

import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.groundswell.collector.intake.Candidate;
import org.groundswell.collector.intake.Rejection;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.ObjectReader;
import tools.jackson.dataformat.csv.CsvMapper;
import tools.jackson.dataformat.csv.CsvSchema;

/**
 * Rows of CSV (RFC 4180) whose columns are named by a header row. The separator is a comma, a
 * semicolon or a tab, whichever the header has most of.
 */
public final class CsvFormat implements PostFormat {

  private final char separator;
  private final PlainPosts posts;
  private final ObjectReader rows;
  private final Map<String, Integer> columns = new HashMap<>();
  private final int width;
  private final String timeColumn;

  /**
   * Learns the columns from the header.
   *
   * @param header the first row
   * @throws IllegalArgumentException naming the columns that are missing
   */
  public CsvFormat(byte[] header, FieldNames names, String source) {
    this.separator = separatorOf(header);
    this.rows = reader(separator);
    List<String> present = Arrays.stream(row(header)).map(String::strip).toList();
    List<String> missing = names.missingFrom(present);
    if (!missing.isEmpty()) {
      throw new IllegalArgumentException(
          "the columns are %s, and %s is not among them"
              .formatted(String.join(", ", present), String.join(", ", missing)));
    }
    this.width = present.size();
    for (int i = 0; i < present.size(); i++) {
      columns.putIfAbsent(present.get(i), i);
    }
    this.posts = new PlainPosts(names, source);
    this.timeColumn = names.of(FieldNames.CREATED_AT);
  }

  @Override
  public Candidate read(byte[] bytes) {
    try {
      String[] row = row(bytes);
      return fits(row)
          ? posts.read(name -> cell(row, name))
          : Rejection.malformed(
              "has %d cells where the header has %d".formatted(row.length, width));
    } catch (JacksonException e) {
      return Rejection.malformed("not valid CSV");
    }
  }

  @Override
  public @Nullable Instant timeOf(byte[] bytes) {
    try {
      return posts.timeOf(cell(row(bytes), timeColumn));
    } catch (JacksonException e) {
      return null;
    }
  }

  @Override
  public Character separator() {
    return separator;
  }

  /**
   * One cell more or less shifts the others, and a name may come to stand where the text should.
   */
  private boolean fits(String[] row) {
    return row.length == width || (row.length == width + 1 && row[width].isEmpty());
  }

  private @Nullable String cell(String[] row, String name) {
    Integer column = columns.get(name);
    return column == null || column >= row.length || row[column].isEmpty() ? null : row[column];
  }

  private String[] row(byte[] bytes) {
    return rows.readValue(bytes);
  }

  private static ObjectReader reader(char separator) {
    CsvSchema schema = CsvSchema.emptySchema().withColumnSeparator(separator);
    return CsvMapper.builder().build().readerFor(String[].class).with(schema);
  }

  private static char separatorOf(byte[] header) {
    char best = ',';
    for (char candidate : new char[] {';', '\t'}) {
      best = count(header, candidate) > count(header, best) ? candidate : best;
    }
    return best;
  }

  private static int count(byte[] bytes, char wanted) {
    int count = 0;
    for (byte b : bytes) {
      count += b == wanted ? 1 : 0;
    }
    return count;
  }
}

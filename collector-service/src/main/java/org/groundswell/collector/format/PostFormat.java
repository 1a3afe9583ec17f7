package org.groundswell.collector.format;

import java.time.Instant;
import org.groundswell.collector.intake.Candidate;
import org.jspecify.annotations.Nullable;

/** Reads posts out of records in one shape. Implementations are immutable and thread-safe. */
public interface PostFormat {

  /**
   * Reads one record; whatever is wrong with it is a {@link
   * org.groundswell.collector.intake.Rejection}, never an exception.
   *
   * @param bytes UTF-8, without the line's end
   */
  Candidate read(byte[] bytes);

  /**
   * Reads nothing but the time of a record, as cheaply as can be.
   *
   * @return null when it has none that can be read
   */
  @Nullable Instant timeOf(byte[] bytes);

  /**
   * Returns the separator of cells when records are rows of CSV, whose quoted cells may span lines
   * and of which the first is the header; null when every line is a record.
   */
  default @Nullable Character separator() {
    return null;
  }
}

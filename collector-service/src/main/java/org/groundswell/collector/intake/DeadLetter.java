package org.groundswell.collector.intake;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The record on {@code groundswell.sources.dlt}: where the input is and what is wrong with it,
 * never a value of it.
 */
record DeadLetter(
    String source, String position, @Nullable String field, String reason, Instant at) {

  private static final int MAX_REASON = 500;

  static DeadLetter of(String source, String position, Rejection rejection, Instant at) {
    String complaint = rejection.complaint();
    String reason =
        complaint.length() <= MAX_REASON ? complaint : complaint.substring(0, MAX_REASON);
    return new DeadLetter(source, position, rejection.field(), reason, at);
  }
}

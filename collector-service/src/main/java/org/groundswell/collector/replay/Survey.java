package org.groundswell.collector.replay;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a first pass over the times of a file has shown.
 *
 * @param records how many there are, readable or not
 * @param earliest believable time, null when there is none
 * @param inOrder whether no record lies further behind one before it than the allowed disorder
 */
record Survey(long records, @Nullable Instant earliest, boolean inOrder) {

  static Survey of(ReplayFile file, Believable believable, Duration disorder) throws IOException {
    long count = 0;
    Instant earliest = null;
    Instant latest = Instant.MIN;
    boolean inOrder = true;
    try (Records records = file.records()) {
      for (Frame frame = records.next(); frame != null; frame = records.next()) {
        count++;
        Instant time = timeOf(frame, file, believable);
        if (time != null) {
          inOrder &= latest.equals(Instant.MIN) || !time.isBefore(latest.minus(disorder));
          latest = time.isAfter(latest) ? time : latest;
          earliest = earliest == null || time.isBefore(earliest) ? time : earliest;
        }
      }
    }
    return new Survey(count, earliest, inOrder);
  }

  static @Nullable Instant timeOf(Frame frame, ReplayFile file, Believable believable) {
    Instant time = frame.refusal() == null ? file.format().timeOf(frame.bytes()) : null;
    return believable.isTrueOf(time) ? time : null;
  }
}

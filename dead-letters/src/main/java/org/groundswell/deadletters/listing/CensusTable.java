package org.groundswell.deadletters.listing;

import java.io.PrintWriter;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Prints counts for people. */
final class CensusTable {

  private CensusTable() {}

  static void print(List<Census.Result> results, PrintWriter out) {
    line(out, "TOPIC", "LETTERS", "WAITING", "OLDEST", "NEWEST");
    for (Census.Result result : results) {
      line(
          out,
          result.topic(),
          result.letters(),
          result.waiting(),
          time(result.oldest()),
          time(result.newest()));
      for (Census.ByReason reason : result.reasons()) {
        line(out, "  " + reason.reason(), reason.letters(), reason.waiting(), "", "");
      }
    }
  }

  private static void line(PrintWriter out, Object... columns) {
    out.println(String.format(Locale.ROOT, "%-44s %9s %9s  %-20s  %s", columns).stripTrailing());
  }

  private static String time(@Nullable Instant time) {
    return time == null ? "-" : time.truncatedTo(ChronoUnit.SECONDS).toString();
  }
}

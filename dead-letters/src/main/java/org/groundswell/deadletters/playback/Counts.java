package org.groundswell.deadletters.playback;

import java.util.EnumMap;
import java.util.Map;
import org.groundswell.deadletters.playback.Verdict.Earlier;
import org.groundswell.deadletters.playback.Verdict.Filtered;
import org.groundswell.deadletters.playback.Verdict.Left;
import org.groundswell.deadletters.playback.Verdict.PlayedBack;
import org.groundswell.deadletters.playback.Verdict.Why;
import org.groundswell.deadletters.playback.Verdict.Withheld;

/**
 * Counts what a run came to: {@code seen = played back + withheld + filtered + left + earlier}. Not
 * thread-safe.
 */
final class Counts {

  private long seen;
  private long playedBack;
  private long withheld;
  private long filtered;
  private long earlier;
  private final Map<Why, Long> left = new EnumMap<>(Why.class);

  void add(Verdict verdict) {
    seen++;
    switch (verdict) {
      case PlayedBack _ -> playedBack++;
      case Withheld _ -> withheld++;
      case Filtered _ -> filtered++;
      case Earlier _ -> earlier++;
      case Left(Why why) -> left.merge(why, 1L, Long::sum);
    }
  }

  long playedBack() {
    return playedBack;
  }

  /** Returns them as they are now. */
  Summary summary() {
    long all = left.values().stream().mapToLong(Long::longValue).sum();
    return new Summary(seen, playedBack, withheld, filtered, all, earlier, Map.copyOf(left));
  }

  /**
   * The sums of a run.
   *
   * @param left how many were asked for and may not be played back
   * @param why the same by reason
   */
  record Summary(
      long seen,
      long playedBack,
      long withheld,
      long filtered,
      long left,
      long earlier,
      Map<Why, Long> why) {}
}

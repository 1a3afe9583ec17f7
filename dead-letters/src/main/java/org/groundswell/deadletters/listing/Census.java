package org.groundswell.deadletters.listing;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.groundswell.deadletters.letters.DeadLetter;
import org.jspecify.annotations.Nullable;

/**
 * Counts the dead letters of a topic. Needs the same memory for few as for many: reasons that come
 * after the first fifty are counted together. Not thread-safe.
 */
final class Census {

  private static final int REASONS = 50;
  private static final String OTHERS = "(others)";

  private final Map<String, Count> reasons = new HashMap<>();
  private final Count all = new Count();
  private @Nullable Instant oldest;
  private @Nullable Instant newest;

  private static final class Count {
    private long letters;
    private long waiting;

    private void add(boolean waits) {
      letters++;
      waiting += waits ? 1 : 0;
    }
  }

  /**
   * What was counted.
   *
   * @param letters dead letters on the topic
   * @param waiting how many of them may still be played back
   * @param oldest when the oldest was written, by the broker's clock; null when there is none
   * @param newest when the newest was written
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Result(
      String topic,
      long letters,
      long waiting,
      @Nullable Instant oldest,
      @Nullable Instant newest,
      List<ByReason> reasons) {}

  record ByReason(String reason, long letters, long waiting) {}

  /** Counts one dead letter. */
  void add(DeadLetter letter, String reason, boolean waits) {
    all.add(waits);
    String group = reasons.size() < REASONS || reasons.containsKey(reason) ? reason : OTHERS;
    reasons.computeIfAbsent(group, _ -> new Count()).add(waits);
    Instant written = letter.written();
    oldest = oldest == null || written.isBefore(oldest) ? written : oldest;
    newest = newest == null || written.isAfter(newest) ? written : newest;
  }

  Result result(String topic) {
    var byReason = new ArrayList<ByReason>();
    reasons.forEach(
        (reason, count) -> byReason.add(new ByReason(reason, count.letters, count.waiting)));
    byReason.sort(
        Comparator.comparingLong(ByReason::letters).reversed().thenComparing(ByReason::reason));
    return new Result(topic, all.letters, all.waiting, oldest, newest, byReason);
  }
}

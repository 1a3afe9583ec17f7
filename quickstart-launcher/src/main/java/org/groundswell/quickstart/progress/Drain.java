package org.groundswell.quickstart.progress;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.function.BiPredicate;
import java.util.function.Predicate;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/**
 * Tells when everything that a replay published has gone the whole way.
 *
 * <p>It follows the stream downwards. The workers must pass the clock that ends the replay in each
 * partition of posts. Whatever they wrote lies before the end that signals have at that moment, so
 * detection must pass that end; then the same for what detection writes to itself, then for alerts
 * and the database. Because each end is taken after the stage before has passed its own, records
 * that are still added (clocks go on, posts can be pushed) delay nothing.
 *
 * <p>Ends include open transactions: a group's commit can be visible an instant before the records
 * of the same transaction are.
 */
final class Drain {

  private final Deque<Predicate<String>> stages = new ArrayDeque<>();
  private @Nullable Map<TopicPartition, Long> target;
  private boolean postsPassed;

  /**
   * Takes one look.
   *
   * @param finished offset of the clock that ends the replay, by partition of posts
   * @return whether the whole way is done, and the launcher has read all of it too
   */
  boolean done(Offsets offsets, Map<Integer, Long> finished) {
    if (!postsPassed) {
      if (!workersPassed(offsets, finished)) {
        return false;
      }
      postsPassed = true;
      planStages(offsets);
    }
    return stagesPassed(offsets);
  }

  private static boolean workersPassed(Offsets offsets, Map<Integer, Long> finished) {
    Map<TopicPartition, Long> posts = offsets.endsOf(Topics.POSTS::equals);
    return !posts.isEmpty()
        && posts.keySet().stream()
            .allMatch(partition -> {
              Long last = finished.get(partition.partition());
              return last != null && offsets.processed(partition, last + 1);
            });
  }

  private void planStages(Offsets offsets) {
    stages.add(Topics.SIGNALS::equals);
    // One of these topics may feed another: as many rounds as there are topics pass them all.
    offsets.topics().stream()
        .filter(Topics::isRepartition)
        .forEach(_ -> stages.add(Topics::isRepartition));
    stages.add(Topics.ALERTS::equals);
  }

  /** One stage a look at most: the next stage's end must be newer than the pass of this one. */
  private boolean stagesPassed(Offsets offsets) {
    if (stages.isEmpty()) {
      return reached(offsets, offsets::read, _ -> true);
    }
    if (reached(offsets, offsets::processed, stages.getFirst())) {
      stages.removeFirst();
      target = null;
    }
    return false;
  }

  private boolean reached(
      Offsets offsets, BiPredicate<TopicPartition, Long> passed, Predicate<String> topics) {
    Map<TopicPartition, Long> ends = target == null ? offsets.endsOf(topics) : target;
    target = ends;
    return ends.entrySet().stream().allMatch(end -> passed.test(end.getKey(), end.getValue()));
  }
}

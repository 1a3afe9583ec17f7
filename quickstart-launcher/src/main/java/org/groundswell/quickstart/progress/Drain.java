package org.groundswell.quickstart.progress;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Predicate;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/**
 * Tells when everything that a replay published has gone the whole way.
 *
 * <p>It follows the stream downwards. The workers must pass the clock that ends the replay in each
 * partition of posts. Whatever they wrote lies before the end that signals have at that moment, so
 * detection must pass that end; then the same for what detection writes to itself. Having read all
 * is not having judged it: incidents must be {@link Judged} up to the minute of the last clock.
 * Then the database must pass the end of alerts. Because each end is taken after the stage before
 * has passed its own, records that are still added (clocks go on, posts can be pushed) delay
 * nothing.
 *
 * <p>Ends include open transactions: a group's commit can be visible an instant before the records
 * of the same transaction are.
 */
final class Drain {

  private final Deque<Stage> stages = new ArrayDeque<>();
  private Map<TopicPartition, Long> waiting = Map.of();
  private @Nullable Map<TopicPartition, Long> target;
  private boolean postsPassed;
  private long lastMinute;

  /** What has to be passed before the next one begins. */
  private sealed interface Stage {

    /** The group that reads the topics has to pass their ends. */
    record Processed(Predicate<String> topics) implements Stage {}

    /** Every minute up to the end of the replay has to be judged. */
    record AllJudged() implements Stage {}

    /** The launcher itself has to have read all. */
    record Seen() implements Stage {}
  }

  /**
   * Takes one look.
   *
   * @param endings the clock that ends the replay, by partition of posts
   * @return whether the whole way is done, and the launcher has read all of it too
   */
  boolean done(Offsets offsets, Map<Integer, Ending> endings, Judged judged) {
    if (!postsPassed) {
      waiting = postsToPass(offsets, endings);
      if (!waiting.isEmpty() || endings.isEmpty()) {
        return false;
      }
      postsPassed = true;
      lastMinute = endings.values().stream().mapToLong(Ending::minute).max().orElseThrow();
      planStages(offsets);
    }
    return stagesPassed(offsets, judged);
  }

  /**
   * Returns where those stand that the last look waited for: what a group has committed, or the
   * minute that is judged. Equal answers from two looks mean that nothing moved which matters,
   * however many clocks were written meanwhile.
   */
  Map<TopicPartition, Long> waiting() {
    return waiting;
  }

  private static Map<TopicPartition, Long> postsToPass(
      Offsets offsets, Map<Integer, Ending> endings) {
    var behind = new HashMap<TopicPartition, Long>();
    for (TopicPartition posts : offsets.endsOf(Topics.POSTS::equals).keySet()) {
      Ending last = endings.get(posts.partition());
      if (last == null || !offsets.processed(posts, last.offset() + 1)) {
        behind.put(posts, offsets.committedOf(posts));
      }
    }
    return behind;
  }

  private void planStages(Offsets offsets) {
    stages.add(new Stage.Processed(Topics.SIGNALS::equals));
    // One of these topics may feed another: as many rounds as there are topics pass them all.
    offsets.topics().stream()
        .filter(Topics::isRepartition)
        .forEach(_ -> stages.add(new Stage.Processed(Topics::isRepartition)));
    stages.add(new Stage.AllJudged());
    stages.add(new Stage.Processed(Topics.ALERTS::equals));
    stages.add(new Stage.Seen());
  }

  /** One stage a look at most: the next stage's end must be newer than the pass of this one. */
  private boolean stagesPassed(Offsets offsets, Judged judged) {
    if (stages.isEmpty()) {
      return true;
    }
    waiting = behind(stages.getFirst(), offsets, judged);
    if (waiting.isEmpty()) {
      stages.removeFirst();
      target = null;
    }
    return stages.isEmpty();
  }

  private Map<TopicPartition, Long> behind(Stage stage, Offsets offsets, Judged judged) {
    return switch (stage) {
      case Stage.Processed(Predicate<String> topics) -> {
        var behind = new HashMap<>(target(offsets, topics));
        behind.entrySet().removeIf(end -> offsets.processed(end.getKey(), end.getValue()));
        behind.replaceAll((partition, _) -> offsets.committedOf(partition));
        yield behind;
      }
      case Stage.AllJudged() -> toBeJudged(offsets, judged);
      case Stage.Seen() -> {
        var behind = new HashMap<>(target(offsets, _ -> true));
        behind.entrySet().removeIf(end -> offsets.read(end.getKey(), end.getValue()));
        behind.replaceAll((partition, _) -> offsets.positionOf(partition));
        yield behind;
      }
    };
  }

  /** Where the mark's topic does not exist, nothing is judged yet. */
  private Map<TopicPartition, Long> toBeJudged(Offsets offsets, Judged judged) {
    var behind = new HashMap<TopicPartition, Long>();
    for (TopicPartition alerts : offsets.endsOf(Topics.SIGNALS::equals).keySet()) {
      long minute = judged.minute(alerts.partition());
      if (minute < lastMinute) {
        behind.put(new TopicPartition(Topics.JUDGED, alerts.partition()), minute);
      }
    }
    return behind;
  }

  private Map<TopicPartition, Long> target(Offsets offsets, Predicate<String> topics) {
    Map<TopicPartition, Long> ends = target == null ? offsets.endsOf(topics) : target;
    target = ends;
    return ends;
  }
}

package org.groundswell.deadletters.playback;

import java.util.function.Predicate;
import org.groundswell.deadletters.letters.DeadLetter;
import org.groundswell.deadletters.letters.DeadLetter.Origin;
import org.groundswell.deadletters.playback.Verdict.Earlier;
import org.groundswell.deadletters.playback.Verdict.Filtered;
import org.groundswell.deadletters.playback.Verdict.Left;
import org.groundswell.deadletters.playback.Verdict.PlayedBack;
import org.groundswell.deadletters.playback.Verdict.Why;

/**
 * Decides what a dead letter itself allows, before deletions are asked.
 *
 * @param topic where it may go: the topic whose dead letters these are, and no other
 * @param partitions how many that topic has
 * @param maxRounds how often a record is played back at most
 * @param settled whether an earlier run was done with it
 * @param wanted whether it was asked for
 */
record Judge(
    String topic,
    int partitions,
    int maxRounds,
    Predicate<DeadLetter> settled,
    Predicate<DeadLetter> wanted) {

  Verdict judge(DeadLetter letter) {
    if (settled.test(letter)) {
      return new Earlier();
    }
    if (!wanted.test(letter)) {
      return new Filtered();
    }
    if (letter.origin().isEmpty() || letter.rounds().isEmpty()) {
      return new Left(Why.NO_ORIGIN);
    }
    return judge(letter.origin().get(), letter.rounds().getAsInt());
  }

  /**
   * It goes to the partition that it came from, and not to where its key would lead: clocks and
   * watermarks are written to a partition by number and mean that partition only, and what is about
   * one post or one place has to stay in one partition.
   */
  private Verdict judge(Origin origin, int rounds) {
    if (!origin.topic().equals(topic)) {
      return new Left(Why.OTHER_TOPIC);
    }
    if (origin.partition() < 0 || origin.partition() >= partitions) {
      return new Left(Why.NO_PARTITION);
    }
    if (rounds >= maxRounds) {
      return new Left(Why.ROUNDS);
    }
    return new PlayedBack(origin.partition(), rounds + 1);
  }
}

package org.groundswell.deadletters.playback;

import java.util.List;
import org.apache.kafka.clients.consumer.Consumer;
import org.groundswell.deadletters.broker.Broker;
import org.groundswell.deadletters.broker.CannotGoOn;
import org.groundswell.deadletters.broker.Passage;
import org.groundswell.deadletters.letters.DeadLetter;
import org.groundswell.deadletters.letters.DeadLetterTopics;
import org.groundswell.deadletters.letters.Extent;
import org.groundswell.deadletters.letters.Selection;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Plays dead letters back, portion by portion, up to the end that the topic had when it began.
 *
 * <p>Killed at any moment and started again it neither loses nor doubles one: a portion, and what
 * is remembered of it as the group's committed offsets, are one Kafka transaction. A run stops an
 * earlier one on the same topic that still goes on.
 */
@Component
class PlayBack {

  private final Broker broker;
  private final DeadLetterTopics topics;

  PlayBack(Broker broker, DeadLetterTopics topics) {
    this.broker = broker;
    this.topics = topics;
  }

  /**
   * What is to be done.
   *
   * @param maxRounds how often a record is played back at most
   * @param limit how many are played back at most by this run
   * @param dry whether only to count what would be done
   */
  record Request(Selection selection, int maxRounds, long limit, boolean dry) {}

  /**
   * Does it and counts.
   *
   * @throws CannotGoOn when the topic is none that can be played back, or does not exist
   */
  Counts run(Request request) {
    String topic = origin(request.selection().topic());
    String deadLetters = request.selection().topic();
    try (Consumer<byte[], byte[]> consumer = broker.consumer();
        Writer writer = request.dry() ? null : writer(deadLetters, topic, consumer)) {
      int partitions = Broker.partitions(consumer, topic).size();
      Extent extent = Extent.of(consumer, request.selection()).waiting();
      var judge =
          new Judge(
              topic,
              partitions,
              request.maxRounds(),
              extent::isSettled,
              request.selection()::matches);
      return run(extent, extent.read(consumer), judge, writer, request.limit());
    }
  }

  private Counts run(
      Extent extent, Passage passage, Judge judge, @Nullable Writer writer, long limit) {
    var counts = new Counts();
    var progress = new Progress(extent);
    boolean whole = true;
    for (var some = passage.next(); whole && !some.isEmpty(); some = passage.next()) {
      List<DeadLetter> letters = some.stream().map(DeadLetter::new).toList();
      Portion portion = Portion.of(letters, judge, limit - counts.playedBack());
      whole = portion.letters().size() == letters.size();
      write(withoutDeleted(portion, judge.topic()), progress, writer, counts);
    }
    if (whole && writer != null) {
      extent.ends().keySet().forEach(one -> progress.noteUpTo(one, passage.position(one)));
      writer.write(new Portion(List.of()), progress.committed());
    }
    return counts;
  }

  private static void write(
      Portion portion, Progress progress, @Nullable Writer writer, Counts counts) {
    if (writer != null) {
      progress.note(portion);
      writer.write(portion, progress.committed());
    }
    portion.letters().forEach(judged -> counts.add(judged.verdict()));
  }

  /** A deletion names what it takes back, and must not be withheld for it. */
  private Portion withoutDeleted(Portion portion, String topic) {
    return topic.equals(topics.deletions())
        ? portion
        : portion.withhold(new TakenBack(broker, topics.deletions()).among(portion.names()));
  }

  private Writer writer(String deadLetters, String topic, Consumer<byte[], byte[]> consumer) {
    return new Writer(broker.producer(deadLetters), topic, consumer.groupMetadata());
  }

  private String origin(String deadLetters) {
    if (topics.isSources(deadLetters)) {
      throw new CannotGoOn(
          "%s holds where refused input is, not the input: mend it at its source and feed it again."
              .formatted(deadLetters));
    }
    return topics
        .origin(deadLetters)
        .orElseThrow(() ->
            new CannotGoOn(
                "%s is none of %s.".formatted(deadLetters, String.join(", ", topics.all()))));
  }
}

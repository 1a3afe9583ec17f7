package org.groundswell.deadletters.listing;

import java.io.PrintWriter;
import java.util.concurrent.Callable;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.groundswell.deadletters.broker.Broker;
import org.groundswell.deadletters.broker.CannotGoOn;
import org.groundswell.deadletters.broker.Passage;
import org.groundswell.deadletters.letters.DeadLetter;
import org.groundswell.deadletters.letters.DeadLetterTopics;
import org.groundswell.deadletters.letters.Extent;
import org.groundswell.deadletters.letters.Selection;
import org.springframework.stereotype.Component;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Shows single dead letters; what people wrote only when asked for. */
@Component
@Command(
    name = "show",
    mixinStandardHelpOptions = true,
    description = "Shows dead letters one by one, without what is in them.")
// picocli fills the fields
@SuppressWarnings("NullAway.Init")
public class ShowCommand implements Callable<Integer> {

  private final Broker broker;
  private final DeadLetterTopics topics;

  @Spec private CommandSpec spec;
  @Mixin private Selection selection;

  @Option(
      names = "--limit",
      paramLabel = "N",
      defaultValue = "20",
      description = "Most that are shown (default: ${DEFAULT-VALUE}).")
  private long limit;

  @Option(
      names = "--with-content",
      description = "Show keys and values too. They may hold what people wrote.")
  private boolean withContent;

  ShowCommand(Broker broker, DeadLetterTopics topics) {
    this.broker = broker;
    this.topics = topics;
  }

  @Override
  public Integer call() {
    if (!topics.all().contains(selection.topic())) {
      throw new CannotGoOn(
          "%s is none of %s.".formatted(selection.topic(), String.join(", ", topics.all())));
    }
    try (Consumer<byte[], byte[]> consumer = broker.consumer()) {
      Extent extent = Extent.of(consumer, selection);
      show(extent, extent.read(consumer));
    }
    return 0;
  }

  private void show(Extent extent, Passage passage) {
    long left = limit;
    for (var some = passage.next(); !some.isEmpty(); some = passage.next()) {
      for (ConsumerRecord<byte[], byte[]> record : some) {
        var letter = new DeadLetter(record);
        if (selection.matches(letter)) {
          if (left-- <= 0) {
            return;
          }
          show(letter, extent.isSettled(letter));
        }
      }
    }
  }

  private void show(DeadLetter letter, boolean settled) {
    PrintWriter out = spec.commandLine().getOut();
    out.printf(
        "partition %d, offset %d, written %s%n",
        letter.partition().partition(), letter.offset(), letter.written());
    if (topics.isSources(selection.topic())) {
      LetterText.printSource(SourceLetter.read(letter), out);
    } else {
      LetterText.print(letter, settled, out);
    }
    if (withContent) {
      LetterText.printContent(letter, out);
    }
  }
}

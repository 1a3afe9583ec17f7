package org.groundswell.deadletters.listing;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.groundswell.deadletters.broker.Broker;
import org.groundswell.deadletters.broker.CannotGoOn;
import org.groundswell.deadletters.broker.Passage;
import org.groundswell.deadletters.letters.DeadLetter;
import org.groundswell.deadletters.letters.DeadLetterTopics;
import org.groundswell.deadletters.letters.Extent;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import tools.jackson.databind.json.JsonMapper;

/** Says how many dead letters there are, why, and how many wait to be played back. */
@Component
@Command(
    name = "list",
    mixinStandardHelpOptions = true,
    description = "Counts the dead letters of each topic by reason.")
// picocli fills the fields
@SuppressWarnings("NullAway.Init")
public class ListCommand implements Callable<Integer> {

  private static final String NONE = "(none)";

  private final Broker broker;
  private final DeadLetterTopics topics;

  @Spec private CommandSpec spec;

  @Option(
      names = "--topic",
      paramLabel = "TOPIC",
      description = "Only this topic of dead letters; all without it.")
  private @Nullable String topic;

  @Option(names = "--json", description = "Print one line of JSON.")
  private boolean json;

  ListCommand(Broker broker, DeadLetterTopics topics) {
    this.broker = broker;
    this.topics = topics;
  }

  @Override
  public Integer call() {
    List<Census.Result> results = results();
    PrintWriter out = spec.commandLine().getOut();
    if (json) {
      out.println(JsonMapper.shared().writeValueAsString(results));
    } else {
      CensusTable.print(results, out);
    }
    return 0;
  }

  private List<Census.Result> results() {
    if (topic != null && !topics.all().contains(topic)) {
      throw new CannotGoOn("%s is none of %s.".formatted(topic, String.join(", ", topics.all())));
    }
    var results = new ArrayList<Census.Result>();
    try (Consumer<byte[], byte[]> consumer = broker.consumer()) {
      for (String one : topics.all()) {
        if (topic == null || topic.equals(one)) {
          results.add(count(consumer, one));
        }
      }
    }
    return results;
  }

  private Census.Result count(Consumer<byte[], byte[]> consumer, String name) {
    List<TopicPartition> partitions =
        name.equals(topic) ? Broker.partitions(consumer, name) : Broker.find(consumer, name);
    var census = new Census();
    if (!partitions.isEmpty()) {
      Extent extent = Extent.all(consumer, partitions);
      Passage passage = extent.read(consumer);
      for (var some = passage.next(); !some.isEmpty(); some = passage.next()) {
        some.forEach(record -> count(census, extent, record));
      }
    }
    return census.result(name);
  }

  private void count(Census census, Extent extent, ConsumerRecord<byte[], byte[]> record) {
    var letter = new DeadLetter(record);
    if (topics.isSources(record.topic())) {
      census.add(letter, SourceLetter.read(letter).summary(), false);
    } else {
      census.add(letter, letter.reason().orElse(NONE), !extent.isSettled(letter));
    }
  }
}

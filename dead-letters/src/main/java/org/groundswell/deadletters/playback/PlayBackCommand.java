package org.groundswell.deadletters.playback;

import java.io.PrintWriter;
import java.util.concurrent.Callable;
import org.groundswell.deadletters.letters.DeadLetterTopics;
import org.groundswell.deadletters.letters.Selection;
import org.springframework.stereotype.Component;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import tools.jackson.databind.json.JsonMapper;

/** Plays dead letters back and says what it came to. */
@Component
@Command(
    name = "play-back",
    mixinStandardHelpOptions = true,
    description = {
      "Writes dead letters back to the topic and partition that they came from, each once.",
      "Ends at what the topic held when it began. What a filter leaves out waits for a later run."
    })
// picocli fills the fields
@SuppressWarnings("NullAway.Init")
public class PlayBackCommand implements Callable<Integer> {

  /** Some were left: somebody has to look at them. */
  static final int LEFT = 3;

  private final PlayBack playBack;
  private final DeadLetterTopics topics;

  @Spec private CommandSpec spec;
  @Mixin private Selection selection;

  @Option(
      names = "--limit",
      paramLabel = "N",
      defaultValue = "" + Long.MAX_VALUE,
      showDefaultValue = picocli.CommandLine.Help.Visibility.NEVER,
      description = "Play back at most so many; all without it.")
  private long limit;

  @Option(
      names = "--max-rounds",
      paramLabel = "N",
      defaultValue = "3",
      description =
          "Leave a record that was played back so often and failed again"
              + " (default: ${DEFAULT-VALUE}).")
  private int maxRounds;

  @Option(names = "--dry-run", description = "Count what would be done, and do nothing.")
  private boolean dryRun;

  @Option(names = "--json", description = "Print the counts as one line of JSON.")
  private boolean json;

  PlayBackCommand(PlayBack playBack, DeadLetterTopics topics) {
    this.playBack = playBack;
    this.topics = topics;
  }

  @Override
  public Integer call() {
    if (limit < 1 || maxRounds < 1) {
      throw new ParameterException(
          spec.commandLine(), "--limit and --max-rounds must be at least 1");
    }
    var request = new PlayBack.Request(selection, maxRounds, limit, dryRun);
    Counts.Summary counts = playBack.run(request).summary();
    PrintWriter out = spec.commandLine().getOut();
    if (json) {
      out.println(JsonMapper.shared().writeValueAsString(counts));
    } else {
      print(counts, out);
    }
    return counts.left() > 0 ? LEFT : 0;
  }

  private void print(Counts.Summary counts, PrintWriter out) {
    out.printf("%s%s%n", selection.topic(), dryRun ? " (dry run: nothing was written)" : "");
    out.printf(
        "seen %d = played back %d + withheld %d + filtered %d + left %d + earlier %d%n",
        counts.seen(),
        counts.playedBack(),
        counts.withheld(),
        counts.filtered(),
        counts.left(),
        counts.earlier());
    counts.why().forEach((why, count) -> out.printf("left: %d %s%n", count, why.words()));
    if (counts.withheld() > 0) {
      out.printf("withheld: %d are of posts or authors that were taken back%n", counts.withheld());
    }
    if (counts.playedBack() > 0 && judgedByTime()) {
      out.println(
          "Detection judges each minute of event time once: signals of minutes that have been"
              + " judged are not counted (groundswell.signals.late).");
    }
  }

  private boolean judgedByTime() {
    return topics
        .origin(selection.topic())
        .filter(topic -> topic.equals(topics.posts()) || topic.equals(topics.signals()))
        .isPresent();
  }
}

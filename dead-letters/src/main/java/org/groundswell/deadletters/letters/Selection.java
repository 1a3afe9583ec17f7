package org.groundswell.deadletters.letters;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Options that say which dead letters are meant. */
// picocli fills the fields
@SuppressWarnings({"NullAway.Init", "FieldMayBeFinal"})
public final class Selection {

  @Option(
      names = "--topic",
      required = true,
      paramLabel = "TOPIC",
      description = "Topic of dead letters, such as groundswell.posts.dlt.")
  private String topic = "";

  @Option(
      names = "--reason",
      paramLabel = "REASON",
      description = "Only those with this reason; may be repeated.")
  private Set<String> reasons = Set.of();

  @Option(
      names = "--partition",
      paramLabel = "N",
      description = "Only this partition of the topic of dead letters.")
  private @Nullable Integer partition;

  @Option(
      names = "--from",
      paramLabel = "OFFSET|TIME",
      converter = Point.Reader.class,
      description = "Only from this offset, or from what was written at this time (ISO-8601).")
  private @Nullable Point from;

  @Option(
      names = "--to",
      paramLabel = "OFFSET|TIME",
      converter = Point.Reader.class,
      description = "Only before this offset or time.")
  private @Nullable Point to;

  public String topic() {
    return topic;
  }

  @Nullable Integer partition() {
    return partition;
  }

  @Nullable Point from() {
    return from;
  }

  @Nullable Point to() {
    return to;
  }

  /** Returns whether a dead letter has one of the wanted reasons. */
  public boolean matches(DeadLetter letter) {
    return reasons.isEmpty() || letter.reason().filter(reasons::contains).isPresent();
  }
}

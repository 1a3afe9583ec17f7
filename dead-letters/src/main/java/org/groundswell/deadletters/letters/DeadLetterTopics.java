package org.groundswell.deadletters.letters;

import jakarta.validation.constraints.Pattern;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * The topics that have dead letters; those of a topic are on {@code <topic>.dlt}.
 *
 * @param posts read by the NLP workers
 * @param signals read by the alert service
 * @param deletions read by the alert service
 * @param alertCommands read by the alert service
 * @param alerts read by the alert service for the database
 * @param sources stands for the collector's sources, which are no topic: its dead letters say where
 *     refused input is and do not hold it
 */
@Validated
@ConfigurationProperties("groundswell.topics.names")
public record DeadLetterTopics(
    @Pattern(regexp = NAME) @DefaultValue("groundswell.posts") String posts,
    @Pattern(regexp = NAME) @DefaultValue("groundswell.signals") String signals,
    @Pattern(regexp = NAME) @DefaultValue("groundswell.deletions") String deletions,
    @Pattern(regexp = NAME) @DefaultValue("groundswell.alert-commands") String alertCommands,
    @Pattern(regexp = NAME) @DefaultValue("groundswell.alerts") String alerts,
    @Pattern(regexp = NAME) @DefaultValue("groundswell.sources") String sources) {

  private static final String NAME = "[a-zA-Z0-9._-]{1,200}";
  private static final String SUFFIX = ".dlt";

  /** Returns all topics of dead letters. */
  public List<String> all() {
    return Stream.concat(read().stream(), Stream.of(sources)).map(DeadLetterTopics::of).toList();
  }

  /** Returns whether a topic holds where input is and not the input. */
  public boolean isSources(String deadLetters) {
    return deadLetters.equals(of(sources));
  }

  /**
   * Returns the topic whose dead letters a topic holds, and to which they may be played back; empty
   * for every other topic.
   */
  public Optional<String> origin(String deadLetters) {
    return read().stream().filter(topic -> of(topic).equals(deadLetters)).findFirst();
  }

  private List<String> read() {
    return List.of(posts, signals, deletions, alertCommands, alerts);
  }

  private static String of(String topic) {
    return topic + SUFFIX;
  }
}

package org.groundswell.alerts.topics;

import jakarta.validation.constraints.Pattern;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Names of the topics; each has a dead-letter topic beside it, named {@code <topic>.dlt}.
 *
 * @param signals name of the topic of signals, which is read
 * @param deletions name of the topic of deletions, which is read
 * @param alertCommands name of the topic of what people do with alerts, which is read
 * @param alerts name of the topic of alerts, which is written and read again for the database
 */
@Validated
@ConfigurationProperties("groundswell.topics.names")
public record Topics(
    @Pattern(regexp = NAME) @DefaultValue("groundswell.signals") String signals,
    @Pattern(regexp = NAME) @DefaultValue("groundswell.deletions") String deletions,
    @Pattern(regexp = NAME) @DefaultValue("groundswell.alert-commands") String alertCommands,
    @Pattern(regexp = NAME) @DefaultValue("groundswell.alerts") String alerts) {

  /**
   * Room, in bytes, for the largest record that a broker takes by default and the headers of a dead
   * letter.
   */
  public static final int LARGEST_DEAD_LETTER = 2 * 1024 * 1024;

  private static final String NAME = "[a-zA-Z0-9._-]{1,200}";
  private static final String DEAD_LETTERS = ".dlt";

  /** Returns where what is unreadable in a topic goes. */
  public static String deadLettersOf(String topic) {
    return topic + DEAD_LETTERS;
  }
}

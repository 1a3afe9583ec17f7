package org.groundswell.alerts.topics;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.Assert;
import org.springframework.validation.annotation.Validated;

/**
 * Names of the topics; each has a dead-letter topic beside it, named {@code <topic>.dlt}.
 *
 * @param signals read: what the NLP workers say
 * @param deletions read: what was taken back
 * @param alerts written and read again for the database
 */
@Validated
@ConfigurationProperties("groundswell.topics.names")
public record Topics(
    @DefaultValue("groundswell.signals") String signals,
    @DefaultValue("groundswell.deletions") String deletions,
    @DefaultValue("groundswell.alerts") String alerts) {

  /**
   * Room, in bytes, for the largest record that a broker takes by default and the headers of a dead
   * letter.
   */
  public static final int LARGEST_DEAD_LETTER = 2 * 1024 * 1024;

  private static final String DEAD_LETTERS = ".dlt";

  public Topics {
    for (String name : new String[] {signals, deletions, alerts}) {
      Assert.isTrue(
          name.matches("[a-zA-Z0-9._-]{1,200}"),
          () -> "groundswell.topics.names holds what is no name of a topic: " + name);
    }
  }

  /** Returns where what is unreadable in a topic goes. */
  public static String deadLettersOf(String topic) {
    return topic + DEAD_LETTERS;
  }
}

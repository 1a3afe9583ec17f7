package org.groundswell.alerts.topics;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.Assert;
import org.springframework.validation.annotation.Validated;

/**
 * Names of the topics; each has a dead-letter topic beside it, named {@code <topic>.dlt}.
 *
 * @param signals name of the topic of signals, which is read
 * @param deletions name of the topic of deletions, which is read
 * @param alerts name of the topic of alerts, which is written and read again for the database
 */
@Validated
@ConfigurationProperties("groundswell.topics.names")
public record Topics(
    @DefaultValue("groundswell.signals") String signals,
    @DefaultValue("groundswell.deletions") String deletions,
    @DefaultValue("groundswell.alerts") String alerts) {

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

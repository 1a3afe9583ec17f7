package org.groundswell.dashboard.commands;

import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.common.KafkaException;
import org.groundswell.dashboard.problems.Unavailable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.kafka.autoconfigure.KafkaProperties;
import org.springframework.context.event.EventListener;
import org.springframework.kafka.core.KafkaAdmin;
import org.springframework.kafka.core.KafkaOperations;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * Writes {@code groundswell.alert-commands}: key is the alert's id, so that the commands of an
 * alert keep their order.
 *
 * <p>A command that is said to be written has been acknowledged by all copies of its partition. One
 * that is said to have failed may be there all the same; its repeat has the same id, and the alert
 * service takes each id once.
 */
@Component
class CommandTopic {

  static final String NAME = "groundswell.alert-commands";

  private static final Logger LOG = LoggerFactory.getLogger(CommandTopic.class);

  private final KafkaOperations<String, byte[]> kafka;
  private final KafkaAdmin admin;
  private final JsonMapper json;
  private final long timeoutMillis;
  private boolean there;

  CommandTopic(
      KafkaOperations<String, byte[]> kafka,
      KafkaAdmin admin,
      KafkaProperties properties,
      JsonMapper json,
      CommandsProperties commands) {
    this.kafka = kafka;
    this.admin = admin;
    this.json = json;
    this.timeoutMillis = commands.timeout().toMillis();
    this.there = !properties.getAdmin().isAutoCreate();
    // Spring would hold the start up, and tell an error, while the broker is away.
    admin.setAutoCreate(false);
  }

  /** Creates the topic soon, so that the alert service finds it, but makes nobody wait. */
  @EventListener(ApplicationReadyEvent.class)
  void createEarly() {
    Thread.ofVirtual().name("command-topic").start(this::createIfMissing);
  }

  /**
   * Returns when the broker has the command.
   *
   * @throws Unavailable when it does not say so in time
   */
  void write(Command command) {
    if (!createIfMissing()) {
      throw new Unavailable("Kafka cannot be reached; ask again with the same Idempotency-Key.");
    }
    try {
      kafka
          .send(NAME, command.alert(), json.writeValueAsBytes(command))
          .get(timeoutMillis, TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw unwritten(command, e);
    } catch (ExecutionException | CompletionException e) {
      throw unwritten(command, e.getCause() == null ? e : e.getCause());
    } catch (TimeoutException | KafkaException | org.springframework.kafka.KafkaException e) {
      throw unwritten(command, e);
    }
  }

  private synchronized boolean createIfMissing() {
    try {
      there = there || admin.initialize();
    } catch (IllegalStateException e) {
      LOG.warn("Cannot create {} yet: {}", NAME, String.valueOf(e.getCause()));
    }
    return there;
  }

  private static Unavailable unwritten(Command command, Throwable cause) {
    LOG.warn("Command {} was not acknowledged: {}", command.id(), cause.getClass().getName());
    return new Unavailable(
        "Kafka did not acknowledge the command in time; ask again with the same Idempotency-Key.");
  }
}

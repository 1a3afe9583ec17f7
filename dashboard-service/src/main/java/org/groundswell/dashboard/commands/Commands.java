package org.groundswell.dashboard.commands;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import org.groundswell.dashboard.alerts.Alert;
import org.groundswell.dashboard.alerts.Alert.Ending;
import org.groundswell.dashboard.alerts.AlertArchive;
import org.groundswell.dashboard.problems.BadField;
import org.groundswell.dashboard.problems.NotFound;
import org.groundswell.dashboard.problems.Refused;
import org.groundswell.dashboard.problems.Unavailable;
import org.springframework.stereotype.Service;

/** Takes commands. What they change is the alert service's affair: nothing is changed here. */
@Service
class Commands {

  private final AlertArchive alerts;
  private final KnownKeys keys;
  private final CommandTopic topic;
  private final Clock clock;
  private final MeterRegistry meters;

  Commands(
      AlertArchive alerts, KnownKeys keys, CommandTopic topic, Clock clock, MeterRegistry meters) {
    this.alerts = alerts;
    this.keys = keys;
    this.topic = topic;
    this.clock = clock;
    this.meters = meters;
  }

  /**
   * Returns when Kafka has the command, or had it before.
   *
   * @throws BadField when a text is needed and there is none
   * @throws NotFound when there is no such alert
   * @throws Refused when the alert has been dismissed already, or the key belongs to another
   *     command
   * @throws Unavailable when the database or Kafka does not answer
   */
  CommandAnswer take(CommandKind kind, String alert, IdempotencyKey key, Remark remark) {
    if (kind != CommandKind.ACKNOWLEDGE && remark.text() == null) {
      throw new BadField("text", null, "given: 1 to 2,000 characters");
    }
    String id = key.commandFor(alert);
    if (keys.wasWritten(id, kind, remark)) {
      count(kind, "repeated");
    } else {
      write(command(id, kind, find(kind, alert), remark), remark);
    }
    return new CommandAnswer(id, alert);
  }

  private Alert find(CommandKind kind, String id) {
    Alert alert = alerts.findWithoutEvidence(id).orElseThrow(() -> new NotFound("alert", id));
    if (kind == CommandKind.DISMISS && alert.ending() == Ending.DISMISSED) {
      throw Refused.conflict("The alert has been dismissed already.");
    }
    return alert;
  }

  private Command command(String id, CommandKind kind, Alert alert, Remark remark) {
    return new Command(
        id,
        kind,
        alert.id(),
        alert.place().country(),
        clock.instant().truncatedTo(ChronoUnit.MILLIS),
        remark.by(),
        remark.text());
  }

  private void write(Command command, Remark remark) {
    keys.begin(command.id(), command.kind(), remark);
    try {
      topic.write(command);
    } catch (Unavailable e) {
      count(command.kind(), "unwritten");
      throw e;
    }
    keys.end(command.id(), command.kind(), remark);
    count(command.kind(), "written");
  }

  private void count(CommandKind kind, String outcome) {
    Counter.builder("groundswell.dashboard.commands")
        .description("What people asked for, by what became of it")
        .tag("kind", kind.name())
        .tag("outcome", outcome)
        .register(meters)
        .increment();
  }
}

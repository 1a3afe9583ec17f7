package org.groundswell.alerts.incident;

import java.nio.charset.StandardCharsets;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.ProcessorSupplier;
import org.apache.kafka.streams.processor.api.Record;
import org.groundswell.alerts.command.Command;
import org.groundswell.alerts.detection.DetectionProperties;
import org.groundswell.alerts.incident.Alert.Change;
import org.groundswell.alerts.incident.CommandKeeper.Outcome;
import org.jspecify.annotations.Nullable;

/**
 * Does with the remembered incidents what people command. Like a deletion, a command has no place
 * in event time: its revision comes when the command comes. One that was carried out before changes
 * nothing; one about an alert that nobody remembers is refused.
 */
public final class CommandKeeper implements Processor<String, Command, String, Outcome> {

  private final DetectionProperties detection;
  private final IncidentProperties life;
  private final AlertCounts counts;
  private final Runnable onRefusal;

  /** What {@link #init} finds; there is no record before it. */
  @SuppressWarnings("NullAway.Init")
  private Task task;

  private CommandKeeper(
      DetectionProperties detection,
      IncidentProperties life,
      AlertCounts counts,
      Runnable onRefusal) {
    this.onRefusal = onRefusal;
    this.detection = detection;
    this.life = life;
    this.counts = counts;
  }

  /**
   * Supplies a keeper for each partition; it shares its stores with the {@link IncidentKeeper}.
   *
   * @param onRefusal told of each command that is refused
   */
  public static ProcessorSupplier<String, Command, String, Outcome> supplier(
      DetectionProperties detection,
      IncidentProperties life,
      AlertCounts counts,
      Runnable onRefusal) {
    return () -> new CommandKeeper(detection, life, counts, onRefusal);
  }

  /**
   * What came of a command.
   *
   * @param alert as it is now; null when the command was refused
   * @param refused the command; null when it was carried out
   */
  public record Outcome(@Nullable Alert alert, @Nullable Command refused) {}

  private record Task(ProcessorContext<String, Outcome> context, Incidents incidents) {}

  @Override
  public void init(ProcessorContext<String, Outcome> context) {
    task = new Task(context, IncidentStores.incidents(context, detection, life));
  }

  @Override
  public void process(Record<String, Command> message) {
    Command command = message.value();
    Incident incident = task.incidents().find(command.country(), command.alert());
    if (incident == null) {
      refuse(message);
    } else if (!incident.remarks().know(command)) {
      carryOut(message, incident);
    }
  }

  private void carryOut(Record<String, Command> message, Incident incident) {
    Incident after = incident.after(message.value());
    Change change = after.isOpen() == incident.isOpen() ? Change.REMARKED : Change.CLOSED;
    Incident published = after.publish();
    task.incidents().keep(published);
    Alert alert = AlertText.of(published, change);
    counts.count(alert);
    task.context().forward(message.withKey(alert.id()).withValue(new Outcome(alert, null)));
  }

  private void refuse(Record<String, Command> message) {
    onRefusal.run();
    String detail = "No alert " + message.value().alert() + " is remembered";
    message.headers().add("reason", "UNKNOWN_ALERT".getBytes(StandardCharsets.UTF_8));
    message.headers().add("detail", detail.getBytes(StandardCharsets.UTF_8));
    task.context()
        .forward(
            message.withKey(message.value().alert()).withValue(new Outcome(null, message.value())));
  }
}

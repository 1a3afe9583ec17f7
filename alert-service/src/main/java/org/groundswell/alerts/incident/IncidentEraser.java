package org.groundswell.alerts.incident;

import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.ProcessorSupplier;
import org.apache.kafka.streams.processor.api.Record;
import org.groundswell.alerts.detection.DetectionProperties;
import org.groundswell.alerts.evidence.Deletion;
import org.groundswell.alerts.incident.Alert.Change;

/**
 * Erases in the remembered incidents what was taken back, and publishes each alert that showed it
 * anew. The revision takes its place in the alert's history when the deletion comes: a deletion has
 * no place in event time.
 */
public final class IncidentEraser implements Processor<String, Deletion, String, Alert> {

  private final DetectionProperties detection;
  private final IncidentProperties life;
  private final AlertCounts counts;

  /** What {@link #init} finds; there is no record before it. */
  @SuppressWarnings("NullAway.Init")
  private Task task;

  private IncidentEraser(
      DetectionProperties detection, IncidentProperties life, AlertCounts counts) {
    this.detection = detection;
    this.life = life;
    this.counts = counts;
  }

  /**
   * Supplies an eraser for each partition; it shares its stores with the {@link IncidentKeeper}.
   */
  public static ProcessorSupplier<String, Deletion, String, Alert> supplier(
      DetectionProperties detection, IncidentProperties life, AlertCounts counts) {
    return () -> new IncidentEraser(detection, life, counts);
  }

  private record Task(ProcessorContext<String, Alert> context, Incidents incidents) {}

  @Override
  public void init(ProcessorContext<String, Alert> context) {
    task = new Task(context, IncidentStores.incidents(context, detection, life));
  }

  @Override
  public void process(Record<String, Deletion> message) {
    for (Incident incident : task.incidents().erased(message.value())) {
      Incident published = incident.publish();
      task.incidents().keep(published);
      Alert alert = AlertText.of(published, Change.ERASED);
      counts.count(alert);
      task.context().forward(message.withKey(alert.id()).withValue(alert));
    }
  }
}

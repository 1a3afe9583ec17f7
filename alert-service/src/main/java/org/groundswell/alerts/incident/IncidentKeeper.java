package org.groundswell.alerts.incident;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanKind;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.OptionalLong;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.ProcessorSupplier;
import org.apache.kafka.streams.processor.api.Record;
import org.groundswell.alerts.clock.Clocks;
import org.groundswell.alerts.clock.Clocks.Tick;
import org.groundswell.alerts.clock.Mark;
import org.groundswell.alerts.detection.Candidate;
import org.groundswell.alerts.detection.DetectionProperties;
import org.groundswell.alerts.detection.Progress;
import org.groundswell.alerts.detection.Reading;
import org.groundswell.alerts.incident.Alert.Change;
import org.groundswell.alerts.incident.Alert.Ending;
import org.groundswell.alerts.incident.PendingReadings.Group;
import org.groundswell.alerts.trace.Traces;

/**
 * Opens, updates and closes the alerts of some countries, in the order of event time: a minute is
 * handled when every partition has judged it, whatever partition is read first.
 *
 * <p>An alert is closed when it has not been above the threshold for a set time, at exactly that
 * time, and reopened when its place flares up again not long after. Each change that readers should
 * know of is one revision.
 */
public final class IncidentKeeper implements Processor<String, Candidate, String, Alert> {

  private static final Duration PAUSE = Duration.ofMillis(10);
  private static final int READINGS_AT_ONCE = 500;
  private static final String DETECTION = "detection";

  private final DetectionProperties detection;
  private final IncidentProperties life;
  private final AlertCounts counts;
  private final Traces traces;

  /** What {@link #init} finds; there is no record before it. */
  @SuppressWarnings("NullAway.Init")
  private Task task;

  private IncidentKeeper(
      DetectionProperties detection, IncidentProperties life, AlertCounts counts, Traces traces) {
    this.detection = detection;
    this.life = life;
    this.counts = counts;
    this.traces = traces;
  }

  /** Supplies a keeper for each partition. */
  public static ProcessorSupplier<String, Candidate, String, Alert> supplier(
      DetectionProperties detection, IncidentProperties life, AlertCounts counts, Traces traces) {
    return () -> new IncidentKeeper(detection, life, counts, traces);
  }

  /**
   * What belongs to one partition.
   *
   * @param handled first minute that is not handled yet; the quickstart reads it from the store's
   *     changelog
   */
  private record Task(
      ProcessorContext<String, Alert> context,
      Clocks clocks,
      Mark handled,
      PendingReadings pending,
      Incidents incidents) {}

  @Override
  public void init(ProcessorContext<String, Alert> context) {
    var clocks = IncidentStores.store(context, IncidentStores.CLOCKS);
    task =
        new Task(
            context,
            // Partitions of detection are never given up: they all hear the same watermarks.
            new Clocks(clocks, Duration.ofMillis(Long.MAX_VALUE)),
            new Mark(clocks, "handled"),
            new PendingReadings(IncidentStores.store(context, IncidentStores.PENDING)),
            IncidentStores.incidents(context, detection, life));
    context.schedule(PAUSE, PunctuationType.WALL_CLOCK_TIME, _ -> handleSome());
  }

  @Override
  public void process(Record<String, Candidate> message) {
    switch (message.value()) {
      case Reading reading -> task.pending().add(reading);
      case Progress(int partition, int partitions, long minute) ->
          task.clocks()
              .hear(new Tick(DETECTION, partition, partitions, minute, message.timestamp()));
    }
  }

  private void handleSome() {
    OptionalLong now = task.clocks().now();
    long from = task.handled().get().orElse(0);
    if (now.isEmpty() || now.getAsLong() <= from) {
      return;
    }
    long handled = task.pending().take(from, now.getAsLong(), READINGS_AT_ONCE, this::handle);
    closeDue(handled);
    task.handled().set(handled);
  }

  private void handle(Group group) {
    closeDue(group.minute());
    var incidents = new CountryIncidents(task.incidents().of(group.country()), detection, life);
    group.readings().forEach(incidents::apply);
    incidents.changed().forEach(this::keep);
  }

  private void closeDue(long minute) {
    for (Incident incident : task.incidents().due(Instant.ofEpochSecond(minute * 60))) {
      if (incident.isOpen()) {
        Ending why = incident.day() == null ? Ending.QUIET : Ending.DAY_CAME;
        keep(incident.close(task.incidents().dueTime(incident), why));
      } else {
        task.incidents().forget(incident);
      }
    }
  }

  private void keep(Incident changed) {
    Incident incident = task.incidents().purged(changed);
    Change change = incident.change(life.growth(), life.quietUpdate());
    if (change != null) {
      Incident published = incident.publish();
      task.incidents().keep(published);
      Alert alert = AlertText.of(published, change);
      counts.count(alert);
      publish(alert, incident.unpublishedTraces());
    } else {
      task.incidents().keep(incident);
    }
  }

  /**
   * Forwards a revision; the traces that lead to it go on in its headers, never in its value.
   *
   * @param leading mostly none
   */
  private void publish(Alert alert, List<String> leading) {
    var message = new Record<>(alert.id(), alert, task.context().currentSystemTimeMs());
    if (!leading.isEmpty()) {
      Span span = traces.begin("publish alert", SpanKind.PRODUCER, leading);
      span.setAttribute("groundswell.revision", alert.revision());
      span.setAttribute("groundswell.status", alert.status().name());
      span.setAttribute("groundswell.severity", alert.severity().name());
      var headers = new RecordHeaders();
      Traces.write(span, headers);
      message = message.withHeaders(headers);
      span.end();
    }
    task.context().forward(message);
  }
}

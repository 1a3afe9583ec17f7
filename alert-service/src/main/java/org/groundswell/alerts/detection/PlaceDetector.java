package org.groundswell.alerts.detection;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanKind;
import java.time.Duration;
import java.util.OptionalLong;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.ProcessorSupplier;
import org.apache.kafka.streams.processor.api.Record;
import org.groundswell.alerts.clock.Clocks;
import org.groundswell.alerts.clock.Clocks.Tick;
import org.groundswell.alerts.clock.Mark;
import org.groundswell.alerts.detection.PendingSignals.Group;
import org.groundswell.alerts.detection.PlaceJudge.Judgement;
import org.groundswell.alerts.signals.Place;
import org.groundswell.alerts.signals.Signal;
import org.groundswell.alerts.signals.SignalCounts;
import org.groundswell.alerts.signals.SignalCounts.Outcome;
import org.groundswell.alerts.signals.SignalRecord;
import org.groundswell.alerts.signals.Watermark;
import org.groundswell.alerts.trace.Traces;
import org.groundswell.alerts.trace.Trail;
import org.jspecify.annotations.Nullable;

/**
 * Judges the places of one partition of the signals, each minute of event time once, when all
 * workers have passed it.
 *
 * <p>Signals wait until then, so that their order of arrival does not matter; one whose minute the
 * clock has passed is late and dropped. A hot place gives a {@link Reading} keyed by its country;
 * {@link Progress} follows the readings that it speaks for. Judging is done in small portions
 * between the records, so that a clock that jumps ahead by days cannot outlast a transaction.
 */
public final class PlaceDetector implements Processor<String, SignalRecord, String, Candidate> {

  /** Key of what goes to every partition. */
  public static final String EVERYWHERE = "*";

  private static final Duration PAUSE = Duration.ofMillis(10);
  private static final int SIGNALS_AT_ONCE = 1_000;
  private static final int PLACES_SWEPT_AT_ONCE = 500;
  private static final long MINUTE = 60_000;
  private static final long HOUR = 60 * MINUTE;

  private final DetectionProperties detection;
  private final int partitions;
  private final SignalCounts counts;
  private final JudgedTime judgedTime;
  private final Traces traces;

  /** What {@link #init} finds; there is no record before it. */
  @SuppressWarnings("NullAway.Init")
  private Task task;

  /** Whether there may be excerpts that are due to be forgotten. */
  private boolean sweeping = true;

  private PlaceDetector(
      DetectionProperties detection,
      int partitions,
      SignalCounts counts,
      JudgedTime judgedTime,
      Traces traces) {
    this.detection = detection;
    this.partitions = partitions;
    this.counts = counts;
    this.judgedTime = judgedTime;
    this.traces = traces;
  }

  /**
   * Supplies a detector for each partition.
   *
   * @param partitions how many the topic of signals has
   */
  public static ProcessorSupplier<String, SignalRecord, String, Candidate> supplier(
      DetectionProperties detection,
      int partitions,
      SignalCounts counts,
      JudgedTime judgedTime,
      Traces traces) {
    return () -> new PlaceDetector(detection, partitions, counts, judgedTime, traces);
  }

  /**
   * What belongs to one partition.
   *
   * @param started event time at which the stream began, as far as the collectors said
   * @param judged first minute that is not judged yet
   */
  private record Task(
      ProcessorContext<String, Candidate> context,
      Clocks clocks,
      Mark started,
      Mark judged,
      PendingSignals pending,
      Conditions conditions,
      PlaceJudge judge,
      Places places,
      Fading fading) {}

  @Override
  public void init(ProcessorContext<String, Candidate> context) {
    var clocks = DetectionStores.store(context, DetectionStores.CLOCKS);
    var places = DetectionStores.places(context);
    var conditions =
        new Conditions(detection, DetectionStores.store(context, DetectionStores.CONDITIONS));
    task =
        new Task(
            context,
            new Clocks(clocks, detection.collectorSilence()),
            new Mark(clocks, "started"),
            new Mark(clocks, "judged"),
            new PendingSignals(DetectionStores.store(context, DetectionStores.PENDING)),
            conditions,
            new PlaceJudge(detection, conditions),
            places,
            new Fading(DetectionStores.store(context, DetectionStores.DUE), places, detection));
    task.judged().get().ifPresent(minute -> judgedTime.reached(partition(), minute));
    context.schedule(
        PAUSE,
        PunctuationType.WALL_CLOCK_TIME,
        _ -> {
          judgeSome();
          sweepSome();
        });
  }

  @Override
  public void process(Record<String, SignalRecord> message) {
    switch (message.value()) {
      case Signal signal -> counts.count(await(signal, Traces.of(message.headers())));
      case Watermark watermark -> {
        counts.countWatermark();
        hear(watermark, message.timestamp());
      }
    }
  }

  @Override
  public void close() {
    judgedTime.left(partition());
  }

  private int partition() {
    return task.context().taskId().partition();
  }

  private Outcome await(Signal signal, @Nullable String trace) {
    OptionalLong now = task.clocks().now();
    if (now.isPresent() && signal.minute() < now.getAsLong() / MINUTE) {
      return Outcome.LATE;
    }
    return task.pending().add(signal, trace) ? Outcome.COUNTED : Outcome.DUPLICATE;
  }

  private void hear(Watermark watermark, long appended) {
    OptionalLong before = task.clocks().now();
    task.clocks()
        .hear(
            new Tick(
                watermark.collector(),
                watermark.partition(),
                watermark.partitions(),
                watermark.time().toEpochMilli(),
                appended));
    if (before.isEmpty()) {
      noteStart(watermark);
    }
    task.conditions()
        .hear(watermark, before.isEmpty() ? before : OptionalLong.of(before.getAsLong() / MINUTE));
    task.conditions().flush();
  }

  /** Learning needs one fixed start: the earliest that was said before time began to run. */
  private void noteStart(Watermark watermark) {
    OptionalLong known = task.started().get();
    if (watermark.started() != null) {
      long said = watermark.started().toEpochMilli();
      task.started().set(known.isPresent() ? Math.min(said, known.getAsLong()) : said);
    } else if (known.isEmpty()) {
      task.clocks().now().ifPresent(task.started()::set);
    }
  }

  private void judgeSome() {
    OptionalLong now = task.clocks().now();
    if (now.isEmpty()) {
      return;
    }
    long from = task.judged().get().orElse(0);
    long before = now.getAsLong() / MINUTE;
    if (before > from) {
      long judged = task.pending().take(from, before, SIGNALS_AT_ONCE, this::judge);
      // Also where nothing is said, or what was told of the stream would be kept for ever.
      task.conditions().pass(firstHour(), judged);
      task.conditions().flush();
      task.judged().set(judged);
      judgedTime.reached(partition(), judged);
      forward(EVERYWHERE, new Progress(partition(), partitions, judged));
      sweeping = true;
    }
  }

  private void sweepSome() {
    if (sweeping) {
      sweeping = task.fading().sweep(task.judged().get().orElse(0), PLACES_SWEPT_AT_ONCE);
    }
  }

  private void judge(Group group) {
    Place place = group.signals().getFirst().place();
    PlaceState known = task.places().find(place);
    task.conditions().pass(firstHour(), group.minute());
    long hour = group.minute() / 60;
    PlaceState before =
        known == null ? PlaceState.unseen(place, hour, task.conditions().hours(hour)) : known;
    if (group.traces().isEmpty()) {
      judge(group, place, before);
    } else {
      judgeTraced(group, place, before);
    }
  }

  /** Judges within a span, whose context the place remembers for the alert that may come of it. */
  private void judgeTraced(Group group, Place place, PlaceState before) {
    Span span = traces.begin("judge place", SpanKind.INTERNAL, group.traces());
    try (var _ = span.makeCurrent()) {
      span.setAttribute("groundswell.level", place.level().name());
      span.setAttribute("groundswell.signals", group.signals().size());
      boolean hot = judge(group, place, before.with(Trail.of(span, group.minute())));
      span.setAttribute("groundswell.hot", hot);
    } finally {
      span.end();
    }
  }

  /** Returns whether the place is hot. */
  private boolean judge(Group group, Place place, PlaceState before) {
    Judgement judgement = task.judge().judge(before, group.minute(), group.signals());
    PlaceState kept = task.places().keep(before.evidence(), judgement.state());
    task.fading().schedule(before, kept);
    judgement
        .readings()
        .forEach(reading -> forward(place.country(), reading.with(kept.evidence(reading.day()))));
    return !judgement.readings().isEmpty();
  }

  private long firstHour() {
    return Math.ceilDiv(task.started().get().orElse(0), HOUR);
  }

  private void forward(String key, Candidate candidate) {
    task.context().forward(new Record<>(key, candidate, task.context().currentSystemTimeMs()));
  }
}

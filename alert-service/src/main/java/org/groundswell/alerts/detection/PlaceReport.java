package org.groundswell.alerts.detection;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.ReadOnlyKeyValueStore;
import org.apache.kafka.streams.state.Stores;
import org.groundswell.alerts.clock.Mark;
import org.groundswell.alerts.detection.PlaceState.Call;
import org.groundswell.alerts.detection.Reading.Figures;
import org.groundswell.alerts.signals.KindGroup;
import org.groundswell.alerts.signals.Level;
import org.groundswell.alerts.signals.Place;
import org.groundswell.alerts.wire.JsonSerde;
import org.groundswell.alerts.wire.KeyBytes;
import org.jspecify.annotations.Nullable;

/**
 * What detection knows of a place and why it raises an alert, or none: for operators.
 *
 * @param judged event time up to which the place's partition has been judged; the figures hold then
 * @param lastSpokenOf event time of the last minute in which the place was spoken of
 * @param warmingUp whether too little of the stream has been seen to know what is normal
 * @param alerted whether it is unusual, so that it raises or sustains an alert
 * @param since when that began; null while it is not
 * @param threshold probability below which a count is no chance
 * @param minVoices voices that are needed however improbable they are
 * @param voicesPerHour learned mean, at the usual volume and rhythm
 * @param learnedVoices voices that this rests on, older ones weighing less
 * @param buildUp probability of the evidence for a slow build-up by chance; 1 for none
 * @param windows what the trailing windows show of what goes on
 * @param kinds learned share of each group of kinds
 * @param calls coming days that are called for
 * @param why one English sentence
 */
public record PlaceReport(
    Place place,
    Instant judged,
    Instant lastSpokenOf,
    boolean warmingUp,
    boolean alerted,
    @Nullable Instant since,
    double threshold,
    int minVoices,
    double voicesPerHour,
    double learnedVoices,
    double buildUp,
    List<WindowReport> windows,
    List<KindReport> kinds,
    List<CallReport> calls,
    String why) {

  private static final JsonSerde<PlaceState> STATE = JsonSerde.of(PlaceState.class);

  /** One window; a probability of 1 says that it was not tested, or shows nothing. */
  public record WindowReport(
      Duration window, long observed, double expected, double shape, double probability) {}

  /** A group of kinds. */
  public record KindReport(KindGroup kind, double share) {}

  /**
   * A day that is called for.
   *
   * @param voices who did in the last 24 hours
   */
  public record CallReport(LocalDate day, long voices, boolean alerted) {}

  /** Returns the store by which the partition that has a place is found. */
  public static String store() {
    return DetectionStores.PLACES;
  }

  /**
   * Reports on a place.
   *
   * @param geonameId of a town, division or country
   * @param stores of the partition that has the place, by name
   * @return empty when it was never spoken of
   */
  public static Optional<PlaceReport> find(
      long geonameId,
      Function<String, ReadOnlyKeyValueStore<Bytes, byte[]>> stores,
      DetectionProperties detection) {
    var places = stores.apply(DetectionStores.PLACES);
    return Arrays.stream(Level.values())
        .map(level -> places.get(KeyBytes.from(level.rank()).then(geonameId).bytes()))
        .filter(Objects::nonNull)
        .findFirst()
        .map(found -> report(STATE.read(found), stores, detection));
  }

  private static PlaceReport report(
      PlaceState state,
      Function<String, ReadOnlyKeyValueStore<Bytes, byte[]>> stores,
      DetectionProperties detection) {
    // Copies, in which the hours since can be learned without changing what is remembered.
    var conditions = new Conditions(detection, copy(stores.apply(DetectionStores.CONDITIONS)));
    long judged =
        new Mark(copy(stores.apply(DetectionStores.CLOCKS)), "judged").get().orElse(state.minute());
    long minute = Math.max(judged - 1, state.minute());
    var judge = new PlaceJudge(detection, conditions);
    Figures figures = judge.figures(state, minute);
    Expectation expected = conditions.expect(state.place(), state.known(), minute);
    Episode episode = state.episode();
    boolean hot = episode != null && episode.hot(minute, detection);
    double slow = BuildUp.probability(state.baseline().buildUp());
    return new PlaceReport(
        state.place(),
        Instant.ofEpochSecond((minute + 1) * 60),
        Instant.ofEpochSecond(state.minute() * 60),
        conditions.warmingUp(state.place(), minute / 60),
        hot,
        hot && episode != null ? Instant.ofEpochSecond(episode.since() * 60) : null,
        detection.threshold(),
        detection.minVoices(),
        expected.rate(),
        state.known().baseline().voices(),
        slow,
        windows(figures),
        kinds(expected),
        calls(state, minute, detection),
        why(figures, hot, detection));
  }

  private static KeyValueStore<Bytes, byte[]> copy(ReadOnlyKeyValueStore<Bytes, byte[]> store) {
    var copy = Stores.inMemoryKeyValueStore("copy").get();
    try (var all = store.all()) {
      all.forEachRemaining(entry -> copy.put(entry.key, entry.value));
    }
    return copy;
  }

  private static List<WindowReport> windows(Figures figures) {
    return Arrays.stream(Window.ALL)
        .map(window ->
            new WindowReport(
                window.length(),
                figures.observed().get(window.position()),
                figures.expected().get(window.position()),
                figures.shapes().get(window.position()),
                figures.probability().get(window.position())))
        .toList();
  }

  private static List<KindReport> kinds(Expectation expected) {
    return Arrays.stream(KindGroup.values())
        .map(kind -> new KindReport(kind, expected.shares().get(kind.position())))
        .toList();
  }

  private static List<CallReport> calls(
      PlaceState state, long minute, DetectionProperties detection) {
    var calls = new ArrayList<CallReport>();
    state.planned().forEach((day, call) -> calls.add(call(day, call, minute, detection)));
    return calls;
  }

  private static CallReport call(
      LocalDate day, Call call, long minute, DetectionProperties detection) {
    Episode episode = call.episode();
    return new CallReport(
        day,
        call.voices().since(minute + 1 - Window.DAY.minutes()),
        episode != null && episode.hot(minute, detection));
  }

  private static String why(Figures figures, boolean hot, DetectionProperties detection) {
    Reading.Best best = figures.best();
    long inDay = figures.observed().get(Window.DAY.position());
    if (figures.exceeds()) {
      return String.format(
          Locale.ROOT,
          "Above the threshold: %d voices in %s where %.2f are expected.",
          best.observed(),
          best.window().words(),
          best.expected());
    }
    if (hot) {
      return "No longer above the threshold; it is held for %d minutes after it was."
          .formatted(detection.closeAfter().toMinutes());
    }
    if (inDay < detection.minVoices()) {
      return "Too few voices: %d in 24 hours, and %d are needed."
          .formatted(inDay, detection.minVoices());
    }
    return String.format(
        Locale.ROOT,
        "Not improbable enough: %d voices in %s where %.2f are expected happen by chance with"
            + " probability %.2g, and %.2g is the threshold.",
        best.observed(),
        best.window().words(),
        best.expected(),
        best.probability(),
        detection.threshold());
  }
}

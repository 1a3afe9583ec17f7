package org.groundswell.alerts.detection;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.groundswell.alerts.detection.Baseline.Hour;
import org.groundswell.alerts.detection.Baseline.Hours;
import org.groundswell.alerts.detection.PlaceState.Call;
import org.groundswell.alerts.detection.Reading.Figures;
import org.groundswell.alerts.evidence.Evidence;
import org.groundswell.alerts.evidence.EvidenceChoice;
import org.groundswell.alerts.signals.KindGroup;
import org.groundswell.alerts.signals.Level;
import org.groundswell.alerts.signals.Location.How;
import org.groundswell.alerts.signals.Signal;
import org.jspecify.annotations.Nullable;

/**
 * Judges one place in one minute: adds what was said, and asks in each {@link Window} how probable
 * so many distinct voices are by chance, given what the place has shown before. It asks so of all
 * voices, of those of each {@link KindGroup}, and of those that call for a coming day, and whether
 * the place has slowly come to have more ({@link BuildUp}).
 *
 * <p>Minutes of a place must come in order, and only those in which something was said: without a
 * new voice counts only fall.
 *
 * <p>A post that is placed by nothing but its author's profile says little about the town, so its
 * voice counts in the division and the country only; in the town it is a post without a voice. A
 * voice counts in the place that its post is most about; one that is only named beside it ("the
 * road from Arequipa to Juliaca") gets the post without the voice, or one large event would raise
 * every town near it. The country that both lie in is told with the first, and counts.
 */
final class PlaceJudge {

  private static final int MINUTES_PER_DAY = Window.DAY.minutes();

  private final DetectionProperties detection;
  private final Conditions conditions;
  private final Measuring measuring;

  PlaceJudge(DetectionProperties detection, Conditions conditions) {
    this.detection = detection;
    this.conditions = conditions;
    this.measuring = new Measuring(detection);
  }

  /**
   * What judging came to.
   *
   * @param readings one for what goes on and one for each day that is called for, where it is
   *     unusual
   */
  record Judgement(PlaceState state, List<Reading> readings) {}

  /**
   * Adds a minute's signals and judges.
   *
   * @param signals of this place and minute, in the order of their posts; at least one
   */
  Judgement judge(PlaceState before, long minute, List<Signal> signals) {
    PlaceState state = forget(learn(before, minute), minute);
    var now = signals.stream().filter(signal -> signal.announced() == null).toList();
    var readings = new ArrayList<Reading>();
    Expectation expected = conditions.expect(state.place(), state.known(), minute);
    if (!now.isEmpty()) {
      state = judgeNow(state, minute, now, expected, readings);
    }
    for (var call : calls(signals).entrySet()) {
      state = judgeCall(state, minute, call.getKey(), call.getValue(), expected, readings);
    }
    return new Judgement(state.at(signals.getLast().place()), readings);
  }

  private static NavigableMap<LocalDate, List<Signal>> calls(List<Signal> signals) {
    var calls = new TreeMap<LocalDate, List<Signal>>();
    for (Signal signal : signals) {
      LocalDate day = signal.announced();
      if (day != null) {
        calls.computeIfAbsent(day, _ -> new ArrayList<>()).add(signal);
      }
    }
    return calls;
  }

  /** Returns what a place shows in a minute in which nothing need be said. */
  Figures figures(PlaceState state, long minute) {
    PlaceState learned = learn(state, minute);
    Expectation expected = conditions.expect(state.place(), learned.known(), minute);
    Episode running = continued(learned.episode(), minute);
    return measuring.now(learned.voices(), learned.baseline().buildUp(), minute, running, expected);
  }

  private PlaceState learn(PlaceState before, long minute) {
    Episode episode = before.episode();
    Hours frozen = episode == null ? Hours.NONE : episode.frozen(detection);
    long from = before.baseline().learnedTo() * 60;
    long planned =
        before.planned().values().stream().mapToLong(call -> call.voices().since(from)).sum();
    var first = new Hour(before.voices().bySource(from), before.voices().byKind(from), planned);
    Baseline learned =
        conditions.learn(
            before.place(), before.baseline(), before.known(), first, frozen, minute / 60);
    return rotate(before, minute, learned);
  }

  /** What was learned is known a day later, or at once where nothing was said for so long. */
  private PlaceState rotate(PlaceState before, long minute, Baseline learned) {
    Known known = before.known();
    Known next = before.next();
    boolean newDay = minute / MINUTES_PER_DAY > before.minute() / MINUTES_PER_DAY;
    if (newDay && before.minute() > 0) {
      var newest = new Known(learned, conditions.hours(minute / 60));
      known = minute - before.minute() >= MINUTES_PER_DAY ? newest : next;
      next = newest;
    }
    return before.learned(minute, learned, known, next);
  }

  private PlaceState forget(PlaceState state, long minute) {
    long oldest = minute + 1 - MINUTES_PER_DAY;
    state.voices().forgetBefore(oldest);
    LocalDate today = state.place().dayAt(Instant.ofEpochSecond(minute * 60));
    state.planned().headMap(today).clear();
    state.planned().values().forEach(call -> call.voices().forgetBefore(oldest));
    return state.with(state.remembered(minute, detection));
  }

  private PlaceState judgeNow(
      PlaceState state,
      long minute,
      List<Signal> signals,
      Expectation expected,
      List<Reading> readings) {
    Episode running = continued(state.episode(), minute);
    Tally said = Tally.of(signals);
    long hour = minute / 60 * 60;
    var before = state.voices().bySource(hour);
    long newVoices = hear(state.voices(), minute, signals, running);
    Figures figures =
        measuring.now(state.voices(), state.baseline().buildUp(), minute, running, expected);
    if (running == null && !figures.exceeds()) {
      conditions.hear(state.place(), minute, before, state.voices().bySource(hour));
    }
    Episode heard = running == null ? null : running.hear(newVoices, said);
    Episode episode =
        figures.exceeds() ? exceed(state.voices(), minute, heard, figures, said) : heard;
    Baseline baseline = figures.exceeds() ? state.baseline().afterAlarm() : state.baseline();
    PlaceState after =
        state
            .learned(minute, baseline, state.known(), state.next())
            .in(episode)
            .with(evidence(state, null, signals, episode));
    addReading(after, minute, null, episode, figures, readings);
    return after;
  }

  private PlaceState judgeCall(
      PlaceState state,
      long minute,
      LocalDate day,
      List<Signal> signals,
      Expectation expected,
      List<Reading> readings) {
    Call known = state.planned().get(day);
    Voices voices = known == null ? Voices.none() : known.voices();
    Episode running = continued(known == null ? null : known.episode(), minute);
    Tally said = Tally.of(signals);
    long newVoices = hear(voices, minute, signals, running);
    Figures figures = measuring.call(voices, minute, running, expected);
    Episode heard = running == null ? null : running.hear(newVoices, said);
    Episode episode = figures.exceeds() ? exceed(voices, minute, heard, figures, said) : heard;
    state.planned().put(day, new Call(voices, episode));
    if (state.planned().size() > PlaceState.MOST_DAYS) {
      forgetQuietest(state.planned(), day);
    }
    PlaceState after = state.with(evidence(state, day, signals, episode));
    addReading(after, minute, day, episode, figures, readings);
    return after;
  }

  /** Not the newest: a day that always gave way would never gather its voices. */
  private static void forgetQuietest(NavigableMap<LocalDate, Call> planned, LocalDate newest) {
    planned.entrySet().stream()
        .filter(call -> !call.getKey().equals(newest))
        .min(
            Comparator.comparing(
                    (Map.Entry<LocalDate, Call> call) -> call.getValue().episode() != null)
                .thenComparingLong(call -> call.getValue().voices().since(0))
                .thenComparing(Map.Entry.comparingByKey(Comparator.reverseOrder())))
        .map(Map.Entry::getKey)
        .ifPresent(planned::remove);
  }

  private @Nullable Episode continued(@Nullable Episode episode, long minute) {
    return episode != null && episode.continues(minute, detection) ? episode : null;
  }

  private static long hear(
      Voices voices, long minute, List<Signal> signals, @Nullable Episode episode) {
    long since = episode == null ? minute : episode.since();
    return signals.stream()
        .filter(PlaceJudge::hasVoice)
        .mapToLong(signal -> voices.hear(signal, minute, since))
        .sum();
  }

  private static boolean hasVoice(Signal signal) {
    boolean guessed = signal.scope() == Level.TOWN && signal.location().how() == How.PROFILE;
    return !guessed && !signal.aside();
  }

  private Episode exceed(
      Voices voices, long minute, @Nullable Episode running, Figures figures, Tally said) {
    if (running != null) {
      return running.exceed(minute, detection);
    }
    long since = voices.firstSince(minute + 1 - figures.best().window().minutes());
    Tally tally = voices.tally(since).until(said.last());
    return new Episode(since, minute, minute + 1, voices.since(since), tally);
  }

  private static List<Evidence> evidence(
      PlaceState state, @Nullable LocalDate day, List<Signal> signals, @Nullable Episode episode) {
    Stream<Evidence> posts =
        Stream.concat(state.evidence(day).stream(), signals.stream().map(Evidence::of));
    List<Evidence> chosen =
        episode == null
            ? EvidenceChoice.newest(posts)
            : EvidenceChoice.mostTelling(posts, Instant.ofEpochSecond(episode.since() * 60));
    // Posts that call for a day which is no longer remembered go with it.
    Stream<Evidence> others =
        state.evidence().stream()
            .filter(post -> !Objects.equals(post.announced(), day))
            .filter(
                post -> post.announced() == null || state.planned().containsKey(post.announced()));
    return Stream.concat(chosen.stream(), others).toList();
  }

  private void addReading(
      PlaceState state,
      long minute,
      @Nullable LocalDate day,
      @Nullable Episode episode,
      Figures figures,
      List<Reading> readings) {
    if (episode != null && episode.hot(minute, detection)) {
      readings.add(
          new Reading(
              state.place(),
              minute,
              day,
              figures,
              episode.since(),
              episode.authors(),
              episode.tally(),
              conditions.warmingUp(state.place(), minute / 60),
              state.evidence(day),
              state.trails()));
    }
  }
}

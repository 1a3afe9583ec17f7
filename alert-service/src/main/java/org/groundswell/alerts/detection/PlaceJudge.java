package org.groundswell.alerts.detection;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
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
import org.groundswell.alerts.signals.Place;
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

  /** The voices of one kind are told of only where they tell far more than all do. */
  private static final double MORE_TELLING = 0.1;

  private static final int MINUTES_PER_DAY = Window.DAY.minutes();

  private final DetectionProperties detection;
  private final Conditions conditions;
  private final double threshold;
  private final Map<String, Integer> weights;

  PlaceJudge(DetectionProperties detection, Conditions conditions) {
    this.detection = detection;
    this.conditions = conditions;
    this.threshold = detection.threshold();
    this.weights =
        detection.curatedSources().stream()
            .collect(
                Collectors.toUnmodifiableMap(Function.identity(), _ -> detection.curatedWeight()));
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
    NavigableMap<LocalDate, List<Signal>> calls = new TreeMap<>();
    List<Signal> now = new ArrayList<>();
    for (Signal signal : signals) {
      LocalDate day = signal.announced();
      (day == null ? now : calls.computeIfAbsent(day, _ -> new ArrayList<>())).add(signal);
    }
    var readings = new ArrayList<Reading>();
    Expectation expected = conditions.expect(state.place(), state.known(), minute);
    if (!now.isEmpty()) {
      state = judgeNow(state, minute, now, expected, readings);
    }
    for (var call : calls.entrySet()) {
      state = judgeCall(state, minute, call.getKey(), call.getValue(), expected, readings);
    }
    Place newest = signals.getLast().place();
    return new Judgement(
        new PlaceState(
            newest,
            minute,
            state.baseline(),
            state.known(),
            state.next(),
            state.voices(),
            state.planned(),
            state.episode(),
            state.evidence(),
            state.trails()),
        readings);
  }

  /** Returns what a place shows in a minute in which nothing need be said. */
  Figures figures(PlaceState state, long minute) {
    PlaceState learned = learn(state, minute);
    return measure(
        learned,
        minute,
        learned.baseline(),
        conditions.expect(state.place(), learned.known(), minute));
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
    return new PlaceState(
        before.place(),
        minute,
        learned,
        known,
        next,
        before.voices(),
        before.planned(),
        before.episode(),
        before.evidence(),
        before.trails());
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
    Figures figures = measure(state, minute, state.baseline(), expected);
    if (running == null && !figures.exceeds()) {
      conditions.hear(state.place(), minute, before, state.voices().bySource(hour));
    }
    Episode heard = running == null ? null : running.hear(newVoices, said);
    Episode episode =
        figures.exceeds() ? exceed(state.voices(), minute, heard, figures, said) : heard;
    Baseline baseline = figures.exceeds() ? state.baseline().afterAlarm() : state.baseline();
    var after =
        new PlaceState(
            state.place(),
            minute,
            baseline,
            state.known(),
            state.next(),
            state.voices(),
            state.planned(),
            episode,
            evidence(state, null, signals, episode),
            state.trails());
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
    Figures figures = measureCall(voices, minute, running, expected);
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

  private Figures measure(PlaceState state, long minute, Baseline baseline, Expectation expected) {
    Episode running = continued(state.episode(), minute);
    Voices.Counts counts = state.voices().inWindows(minute, weights);
    Figures all =
        figures(
            null,
            counts.all(),
            window ->
                counts.independent(window) >= detection.minVoices()
                    && fresh(window, minute, running),
            expected::in,
            expected::shape);
    Figures strongest = all;
    for (KindGroup kind : KindGroup.values()) {
      long[] observed = counts.of(kind);
      Figures of =
          figures(
              kind,
              observed,
              window ->
                  observed[window.position()] >= detection.minVoices()
                      && fresh(window, minute, running),
              window -> expected.in(window, kind),
              window -> expected.shape(window, kind));
      strongest = of.chance() < strongest.chance() * MORE_TELLING ? of : strongest;
    }
    double slow =
        running == null && counts.independent(Window.DAY) >= detection.minVoices()
            ? BuildUp.probability(baseline.buildUp())
            : 1;
    return all.strengthenedBy(strongest, slow, threshold);
  }

  private Figures measureCall(
      Voices voices, long minute, @Nullable Episode running, Expectation expected) {
    Voices.Counts counts = voices.inWindows(minute, weights);
    Figures all =
        figures(
            null,
            counts.all(),
            window ->
                counts.independent(window) >= detection.minVoices()
                    && fresh(window, minute, running),
            expected::plannedIn,
            expected::plannedShape);
    return all.strengthenedBy(all, 1, threshold);
  }

  private static Figures figures(
      @Nullable KindGroup kind,
      long[] observed,
      Predicate<Window> tested,
      ToDoubleFunction<Window> expected,
      ToDoubleFunction<Window> shape) {
    double[] means = Arrays.stream(Window.ALL).mapToDouble(expected).toArray();
    double[] chances =
        Arrays.stream(Window.ALL)
            .mapToDouble(window ->
                tested.test(window)
                    ? Tail.atLeast(
                        observed[window.position()],
                        shape.applyAsDouble(window),
                        means[window.position()])
                    : 1)
            .toArray();
    double[] shapes = Arrays.stream(Window.ALL).mapToDouble(shape).toArray();
    return Figures.of(kind, observed, means, chances, shapes);
  }

  /** After an episode has cooled down, its old voices must not raise it again. */
  private boolean fresh(Window window, long minute, @Nullable Episode episode) {
    return episode == null
        || episode.hot(minute, detection)
        || minute + 1 - window.minutes() >= episode.exceeded();
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

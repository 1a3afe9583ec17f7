package org.groundswell.alerts.detection;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.groundswell.alerts.detection.Baseline.Expectation;
import org.groundswell.alerts.detection.Baseline.Hours;
import org.groundswell.alerts.evidence.Evidence;
import org.groundswell.alerts.evidence.EvidenceChoice;
import org.groundswell.alerts.signals.Level;
import org.groundswell.alerts.signals.Location.How;
import org.groundswell.alerts.signals.Place;
import org.groundswell.alerts.signals.Signal;
import org.jspecify.annotations.Nullable;

/**
 * Judges one place in one minute: adds what was said, and asks in each {@link Window} how probable
 * so many distinct voices are by chance, given what the place has shown before.
 *
 * <p>A pure function of its arguments. Minutes of a place must come in order, and only those in
 * which something was said: without a new voice counts only fall.
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
  private final double threshold;
  private final double decay;

  PlaceJudge(DetectionProperties detection) {
    this.detection = detection;
    this.threshold = detection.threshold();
    this.decay = Math.pow(0.5, 3600.0 / detection.halfLife().toSeconds());
  }

  /**
   * What judging came to.
   *
   * @param reading null while nothing is unusual about the place
   */
  record Judgement(PlaceState state, @Nullable Reading reading) {}

  /** Returns a place that was silent from the stream's first hour to this minute. */
  PlaceState unseen(Place place, long minute, long firstHour) {
    return PlaceState.unseen(place, Baseline.silentSince(firstHour, minute / 60, decay));
  }

  /**
   * Adds a minute's signals and judges.
   *
   * @param signals of this place and minute, in the order of their posts; at least one
   */
  Judgement judge(PlaceState before, long minute, List<Signal> signals) {
    Baseline baseline = learn(before, minute);
    Episode running = continued(before, minute);
    Tally said = Tally.of(signals);
    before.voices().forgetBefore(minute + 1 - MINUTES_PER_DAY);
    long newVoices = hear(before.voices(), minute, signals, running);
    addToQuarter(before, minute, said);

    Figures figures = measure(before, minute, baseline, running);
    Episode heard = running == null ? null : running.hear(newVoices, said);
    Episode episode = figures.exceeds() ? exceed(before, minute, heard, figures) : heard;
    List<Evidence> evidence = evidence(before.remembered(minute, detection), signals, episode);
    Place place = signals.getLast().place();
    PlaceState after = before.judged(place, minute, baseline, episode, evidence);
    return new Judgement(after, reading(after, figures));
  }

  private Baseline learn(PlaceState before, long minute) {
    Episode episode = before.episode();
    Hours frozen = episode == null ? Hours.NONE : episode.frozen(detection);
    Baseline baseline = before.baseline();
    long inLastHour = before.voices().since(baseline.learnedTo() * 60);
    return baseline.learn(minute / 60, inLastHour, frozen, decay);
  }

  private @Nullable Episode continued(PlaceState before, long minute) {
    Episode episode = before.episode();
    return episode != null && episode.continues(minute, detection) ? episode : null;
  }

  private static long hear(
      Voices voices, long minute, List<Signal> signals, @Nullable Episode episode) {
    long since = episode == null ? minute : episode.since();
    return signals.stream()
        .filter(PlaceJudge::hasVoice)
        .mapToLong(signal -> voices.hear(signal.speaker(), minute, since))
        .sum();
  }

  private static boolean hasVoice(Signal signal) {
    boolean guessed = signal.scope() == Level.TOWN && signal.location().how() == How.PROFILE;
    return !guessed && !signal.aside();
  }

  private static void addToQuarter(PlaceState state, long minute, Tally said) {
    long oldest = (minute + 1 - MINUTES_PER_DAY) / PlaceState.MINUTES_PER_QUARTER;
    state.quarters().headMap(oldest).clear();
    state.quarters().merge(minute / PlaceState.MINUTES_PER_QUARTER, said, Tally::plus);
  }

  /** What the windows show; one number for each. */
  private record Figures(
      List<Long> observed,
      List<Double> expected,
      List<Double> probability,
      double shape,
      boolean exceeds) {

    Window best() {
      int best = 0;
      for (int i = 1; i < probability.size(); i++) {
        best = probability.get(i) < probability.get(best) ? i : best;
      }
      return Window.ALL[best];
    }
  }

  private Figures measure(
      PlaceState state, long minute, Baseline baseline, @Nullable Episode episode) {
    Expectation expected =
        baseline.expect(detection.prior(state.place().level()), detection.shapeCap());
    List<Long> observed = state.voices().inWindows(minute);
    List<Double> probability =
        perWindow(window ->
            observed.get(window.position()) >= detection.minVoices()
                    && fresh(window, minute, episode)
                ? Tail.atLeast(
                    observed.get(window.position()), expected.shape(), expected.in(window))
                : 1.0);
    boolean exceeds = probability.stream().anyMatch(chance -> chance < threshold);
    return new Figures(observed, perWindow(expected::in), probability, expected.shape(), exceeds);
  }

  private static <T> List<T> perWindow(java.util.function.Function<Window, T> figure) {
    return Arrays.stream(Window.ALL).map(figure).toList();
  }

  /** After an episode has cooled down, its old voices must not raise it again. */
  private boolean fresh(Window window, long minute, @Nullable Episode episode) {
    return episode == null
        || episode.hot(minute, detection)
        || minute + 1 - window.minutes() >= episode.exceeded();
  }

  private Episode exceed(
      PlaceState state, long minute, @Nullable Episode running, Figures figures) {
    if (running != null) {
      return running.exceed(minute, detection);
    }
    long since = state.voices().firstSince(minute + 1 - figures.best().minutes());
    return new Episode(
        since, minute, minute + 1, state.voices().since(since), state.saidSince(since));
  }

  private static List<Evidence> evidence(
      List<Evidence> before, List<Signal> signals, @Nullable Episode episode) {
    Stream<Evidence> posts = Stream.concat(before.stream(), signals.stream().map(Evidence::of));
    return episode == null
        ? EvidenceChoice.newest(posts)
        : EvidenceChoice.mostTelling(posts, Instant.ofEpochSecond(episode.since() * 60));
  }

  private @Nullable Reading reading(PlaceState state, Figures figures) {
    Episode episode = state.episode();
    if (episode == null || !episode.hot(state.minute(), detection)) {
      return null;
    }
    return new Reading(
        state.place(),
        state.minute(),
        figures.observed(),
        figures.expected(),
        figures.probability(),
        figures.shape(),
        figures.exceeds(),
        episode.since(),
        episode.authors(),
        episode.tally(),
        state.evidence(),
        state.trails());
  }
}

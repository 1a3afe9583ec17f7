package org.groundswell.alerts.detection;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.state.KeyValueStore;
import org.groundswell.alerts.clock.Mark;
import org.groundswell.alerts.detection.Baseline.Hour;
import org.groundswell.alerts.detection.Baseline.Hours;
import org.groundswell.alerts.detection.Baseline.Share;
import org.groundswell.alerts.detection.Baseline.Today;
import org.groundswell.alerts.detection.DetectionProperties.Prior;
import org.groundswell.alerts.signals.KindGroup;
import org.groundswell.alerts.signals.Place;
import org.groundswell.alerts.signals.Watermark;
import org.groundswell.alerts.signals.Watermark.Coverage;

/**
 * What all places of a partition have in common, and what follows from it for one: how much of the
 * stream was seen, the {@link Rhythm} of the week, and what places are like.
 *
 * <p>The voices that a place has through one source follow a gamma distribution: its prior share
 * and what was heard, over the hours for which it was watched. The place's expectation is the sum
 * over the sources, each times what its volume is now. Hours of a stream that was seen only half
 * count half. Kept in a state store; not thread-safe.
 */
final class Conditions {

  private static final double KIND_VOICES = 4;
  private static final double WARM_HOURS = 24;

  /** Before the rhythm is known its ups and downs would pass for unsteadiness. */
  private static final double SETTLED_HOURS = 72;

  private static final long HOURS_PER_DAY = 24;
  private static final long MOST_HOURS = 366 * HOURS_PER_DAY;
  private static final double LEAST = 1e-6;

  private final KeyValueStore<Bytes, byte[]> store;
  private final DecayingSums sums;
  private final Rhythm rhythm;
  private final Volumes volumes;
  private final Priors priors;
  private final Steadiness steadiness;
  private final Mark passed;

  Conditions(DetectionProperties detection, KeyValueStore<Bytes, byte[]> store) {
    this.store = store;
    this.sums = new DecayingSums(store, Math.pow(0.5, 3600.0 / detection.halfLife().toSeconds()));
    this.rhythm = new Rhythm(store, sums);
    this.volumes = new Volumes(store, sums, rhythm);
    this.priors = new Priors(detection, sums);
    this.steadiness = new Steadiness(sums, detection.shapeCap());
    this.passed = new Mark(store, "passed");
  }

  /**
   * Hears what a watermark tells of what was seen.
   *
   * @param now event time that all had reached before, in minutes from 1970: what is told of those
   *     before it is late. Not what has been judged, which is behind by as much as there is to do
   */
  void hear(Watermark watermark, OptionalLong now) {
    long complete = now.orElse(0);
    long hour = passed.get().orElse(complete / 60);
    if (watermark.partition() == 0) {
      noticeNewBeginning(watermark, complete);
    }
    long begins = Math.floorDiv(watermark.time().getEpochSecond(), 3600L);
    volumes.know(watermark.sources(), begins, hour, now.isEmpty());
    for (Coverage run : watermark.coverage()) {
      long minute = Math.floorDiv(run.from().getEpochSecond(), 60L);
      for (int posts : run.posts()) {
        if (posts > 0 && minute >= complete) {
          volumes.tell(run.source(), minute, posts, hour);
        }
        minute++;
      }
    }
  }

  /** A collector that begins a replay anew, which its clock shows, tells everything again. */
  private void noticeNewBeginning(Watermark watermark, long complete) {
    var last = new Mark(store, "told/" + watermark.collector());
    long time = watermark.time().toEpochMilli();
    if (last.get().isPresent() && time < last.get().getAsLong()) {
      volumes.retract(complete);
    }
    last.set(time);
  }

  /**
   * Learns the hours before a minute that are not learned yet.
   *
   * @param firstHour of the stream
   */
  void pass(long firstHour, long minute) {
    long from = passed.get().orElse(firstHour);
    long until = minute / 60;
    // What is older weighs nothing, and a clock that jumps by decades must not take for ever.
    for (long hour = Math.max(from, until - MOST_HOURS); hour < until; hour++) {
      volumes.pass(hour);
    }
    if (until > from || passed.get().isEmpty()) {
      passed.set(Math.max(from, until));
    }
  }

  /** Writes what was learned to the store; to be called before anything is committed. */
  void flush() {
    sums.flush();
  }

  /**
   * Says whether too little of the stream has been seen, before an hour, to know what is normal.
   */
  boolean warmingUp(Place place, long hour) {
    int zone = Rhythm.zone(place.solarHours());
    return sources(Baseline.unseen(hour), hour).stream()
        .allMatch(source -> volumes.watched(source, zone, hour) < WARM_HOURS);
  }

  /**
   * Learns that voices, by their sources, are new in the hour of a minute.
   *
   * @param before distinct voices of the hour so far
   * @param after the same with those of the minute
   */
  void hear(Place place, long minute, Map<String, Long> before, Map<String, Long> after) {
    int zone = Rhythm.zone(place.solarHours());
    after.forEach((source, voices) -> {
      double more = voices - before.getOrDefault(source, 0L);
      if (more > 0) {
        rhythm.hear(zone, minute / 60, more / volumes.factor(source, Window.HOUR, minute));
      }
    });
  }

  /** Returns how many hours, older ones weighing less, the stream has been watched for. */
  double hours(long hour) {
    return volumes.hours(hour);
  }

  /**
   * Learns the hours of a place before one: the first that is not learned yet with its voices, the
   * others as silent, but none of those that are frozen.
   *
   * @param known what the place was judged by in the meantime
   */
  Baseline learn(Place place, Baseline before, Known known, Hour first, Hours frozen, long hour) {
    long from = before.learnedTo();
    if (hour <= from) {
      return before;
    }
    Hour heard = frozen.contains(from) ? Hour.SILENT : first;
    long hours = hour - from;
    long left = hours - frozen.within(from, hour);
    double decay = sums.decay(hours);
    double weight = sums.decay(hours - 1);
    List<Double> kinds = new ArrayList<>();
    for (KindGroup kind : KindGroup.values()) {
      kinds.add(before.voices(kind) * decay + heard.voices(kind) * weight);
    }
    var learned =
        new Baseline(
            hour,
            List.copyOf(kinds),
            before.planned() * decay + heard.planned() * weight,
            shares(place, before, heard, (double) left / hours, hour),
            Today.NOTHING,
            0);
    if (left < hours) {
      return learned; // what was hot says nothing of how steady the place is
    }
    Baseline after = measure(place, before, known, heard, learned, hour);
    teach(place, heard, hours, hour);
    return after;
  }

  /** Adds what a span says of steadiness and build-up, day by day. */
  private Baseline measure(
      Place place, Baseline before, Known known, Hour heard, Baseline learned, long hour) {
    long from = before.learnedTo();
    Expectation expected = expect(place, known, from * 60 + 59);
    double shape = expected.shape(Window.DAY);
    double mean = expected.rate();
    // What was seen longer ago is no longer known by the minute.
    double first = hour - from <= HOURS_PER_DAY ? expected.in(Window.HOUR) : mean;
    if (volumes.hours(hour) < SETTLED_HOURS) {
      return learned;
    }
    steadiness.learnHour(heard.voices(), first, hour);
    steadiness.learnSilence(hour - from - 1, mean, hour);
    Today today = before.today().plus((double) heard.voices(), first);
    double buildUp = before.buildUp();
    long at = from + 1;
    long firstEnd = (Math.max(from, hour - MOST_HOURS) / HOURS_PER_DAY + 1) * HOURS_PER_DAY;
    for (long end = firstEnd; end <= hour; end += HOURS_PER_DAY) {
      Today day = today.plus(0, mean * (end - at));
      steadiness.learnDay(day.voices(), day.mean(), hour);
      buildUp = BuildUp.after(buildUp, day.voices(), Math.max(day.mean(), LEAST), shape);
      today = Today.NOTHING;
      at = end;
    }
    today = today.plus(0, mean * (hour - at));
    return learned.with(today, buildUp);
  }

  private SortedMap<String, Share> shares(
      Place place, Baseline before, Hour heard, double learned, long hour) {
    int zone = Rhythm.zone(place.solarHours());
    double decay = sums.decay(hour - before.learnedTo());
    double weight = sums.decay(hour - before.learnedTo() - 1);
    SortedSet<String> sources = new TreeSet<>(before.sources().keySet());
    sources.addAll(heard.sources().keySet());
    var shares = new TreeMap<String, Share>();
    for (String source : sources) {
      double watched = volumes.watched(source, zone, hour);
      Share share = before.sources().get(source);
      double hours =
          share == null
              ? watched
              : share.hours() * decay + Math.max(0, watched - share.mark() * decay) * learned;
      double voices =
          (share == null ? 0 : share.voices() * decay)
              + heard.sources().getOrDefault(source, 0L) * weight;
      shares.put(source, new Share(voices, hours, watched));
    }
    return shares;
  }

  private void teach(Place place, Hour heard, long hours, long hour) {
    priors.learn(place, (double) heard.voices(), (double) hours, hour);
    heard.sources().forEach((source, voices) -> priors.learnSource(source, (double) voices, hour));
    for (KindGroup kind : KindGroup.values()) {
      if (heard.voices(kind) > 0) {
        priors.learnKind(kind, (double) heard.voices(kind), hour);
      }
    }
    if (heard.planned() > 0) {
      priors.learnPlanned((double) heard.planned(), hour);
    }
  }

  /** Returns what is expected of a place in the windows that end with a minute. */
  Expectation expect(Place place, Known known, long minute) {
    Baseline baseline = known.baseline();
    long hour = minute / 60;
    int zone = Rhythm.zone(place.solarHours());
    Prior prior = priors.of(place, hour);
    SortedSet<String> sources = sources(baseline, hour);
    double[] means = new double[Window.ALL.length];
    double sum = 0;
    double spread = 0;
    for (String source : sources) {
      Share share = baseline.sources().get(source);
      double shape =
          prior.shape() * priors.share(source, sources.size(), hour)
              + (share == null ? 0 : share.voices());
      double rate =
          shape
              / (prior.hours()
                  + (share == null
                      ? Math.min(known.silent(), volumes.watched(source, zone, hour))
                      : share.hours()));
      sum += rate;
      spread += rate * rate / shape;
      for (Window window : Window.ALL) {
        means[window.position()] += rate * window.hours() * volumes.factor(source, window, minute);
      }
    }
    for (Window window : Window.ALL) {
      means[window.position()] *= rhythm.factor(zone, window, minute);
    }
    return expectation(baseline, sum, sum * sum / spread, means, hour);
  }

  private Expectation expectation(
      Baseline baseline, double rate, double known, double[] means, long hour) {
    // That the rate is not quite known, and that places are not steady, both spread the counts.
    List<Double> spread =
        Arrays.stream(Window.ALL)
            .map(window -> 1 / (1 / known + 1 / steadiness.shape(window, hour)))
            .toList();
    double voices = baseline.kinds().stream().mapToDouble(Double::doubleValue).sum();
    List<Double> shares = new ArrayList<>();
    List<Double> shapes = new ArrayList<>();
    for (KindGroup kind : KindGroup.values()) {
      double heard = baseline.voices(kind) + KIND_VOICES * priors.share(kind, hour);
      shares.add(heard / (voices + KIND_VOICES));
      shapes.add(heard);
    }
    double planned = baseline.planned() + priors.planned(hour);
    return new Expectation(
        rate,
        Arrays.stream(means).boxed().toList(),
        spread,
        shares,
        shapes,
        planned / (voices + 1),
        planned);
  }

  /** Never empty: of a stream that tells nothing of its sources, those heard of, or one unknown. */
  private SortedSet<String> sources(Baseline baseline, long hour) {
    SortedSet<String> sources = new TreeSet<>(volumes.sources(hour));
    sources.addAll(priors.sources());
    sources.addAll(baseline.sources().keySet());
    return sources.isEmpty() ? new TreeSet<>(List.of("*")) : sources;
  }
}

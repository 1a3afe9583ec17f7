package org.groundswell.alerts.detection;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.BinaryOperator;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.groundswell.alerts.signals.EventType;
import org.groundswell.alerts.signals.Signal;
import org.groundswell.alerts.signals.Stage;

/**
 * What a number of signals say, added up.
 *
 * @param posts how many signals
 * @param planned how many of them speak of a coming date
 * @param types sum of the probabilities of the signals of each kind
 * @param languages signals per language
 * @param sources signals per source
 * @param last event time of the latest
 */
public record Tally(
    int posts,
    int planned,
    SortedMap<EventType, Double> types,
    SortedMap<String, Integer> languages,
    SortedMap<String, Integer> sources,
    Instant last) {

  /** Nothing added up yet. */
  public static final Tally NONE =
      new Tally(0, 0, new TreeMap<>(), new TreeMap<>(), new TreeMap<>(), Instant.EPOCH);

  static Tally of(Collection<Signal> signals) {
    return new Tally(
        signals.size(),
        (int) signals.stream().filter(signal -> signal.stage() == Stage.PLANNED).count(),
        sums(signals, Signal::eventType, Signal::probability, Double::sum),
        sums(signals, Signal::language, _ -> 1, Integer::sum),
        sums(signals, Signal::source, _ -> 1, Integer::sum),
        signals.stream().map(Signal::eventTime).reduce(Instant.EPOCH, Tally::later));
  }

  public Tally plus(Tally other) {
    return new Tally(
        posts + other.posts,
        planned + other.planned,
        merged(types, other.types, Double::sum),
        merged(languages, other.languages, Integer::sum),
        merged(sources, other.sources, Integer::sum),
        later(last, other.last));
  }

  /** Returns the same with a later last time. */
  Tally until(Instant time) {
    return new Tally(posts, planned, types, languages, sources, later(last, time));
  }

  /** Says whether most signals speak of a coming date. */
  @JsonIgnore
  public boolean mostlyPlanned() {
    return planned * 2 > posts;
  }

  private static <K extends Comparable<K>, V> SortedMap<K, V> sums(
      Collection<Signal> signals,
      Function<Signal, K> key,
      Function<Signal, V> value,
      BinaryOperator<V> sum) {
    return signals.stream().collect(Collectors.toMap(key, value, sum, TreeMap::new));
  }

  private static <K extends Comparable<K>, V> SortedMap<K, V> merged(
      Map<K, V> one, Map<K, V> other, BinaryOperator<V> sum) {
    var all = new TreeMap<>(one);
    other.forEach((key, value) -> all.merge(key, value, sum));
    return all;
  }

  private static Instant later(Instant one, Instant other) {
    return one.isAfter(other) ? one : other;
  }
}

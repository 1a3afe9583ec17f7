package org.groundswell.alerts.detection;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.Stores;
import org.groundswell.alerts.signals.Place;
import org.groundswell.alerts.signals.Signal;
import org.groundswell.alerts.signals.Watermark;

/** Detection without a broker: the judge, what it remembers, and a stream that a test makes up. */
final class Simulator {

  final Conditions conditions;
  final PlaceJudge judge;
  private final long firstHour;
  private final Map<Long, PlaceState> states = new HashMap<>();

  Simulator(DetectionProperties detection, long firstHour) {
    KeyValueStore<Bytes, byte[]> store = Stores.inMemoryKeyValueStore("conditions").get();
    this.conditions = new Conditions(detection, store);
    this.judge = new PlaceJudge(detection, conditions);
    this.firstHour = firstHour;
  }

  void hear(Watermark watermark) {
    conditions.hear(watermark, java.util.OptionalLong.empty());
  }

  PlaceState state(Place place, long minute) {
    return states.computeIfAbsent(
        place.id(), _ -> PlaceState.unseen(place, minute / 60, conditions.hours(minute / 60)));
  }

  /** Judges a minute of some places; returns the readings of those that are hot. */
  List<Reading> judge(long minute, List<Signal> signals) {
    conditions.pass(firstHour, minute);
    var places = new TreeMap<Long, List<Signal>>();
    for (Signal signal : signals) {
      places.computeIfAbsent(signal.place().id(), _ -> new ArrayList<>(2)).add(signal);
    }
    var readings = new ArrayList<Reading>();
    places.forEach((id, said) -> {
      var judgement = judge.judge(state(said.getFirst().place(), minute), minute, said);
      states.put(id, judgement.state());
      readings.addAll(judgement.readings());
    });
    return readings;
  }
}

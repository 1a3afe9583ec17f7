package org.groundswell.nlp.scoring;

import java.util.EnumMap;
import java.util.Map;

/** How often a kind was taken for each of the others. */
final class Confusion {

  private final Map<EventType, Map<EventType, Integer>> taken = new EnumMap<>(EventType.class);

  void add(EventType truth, EventType found) {
    taken.computeIfAbsent(truth, _ -> new EnumMap<>(EventType.class)).merge(found, 1, Integer::sum);
  }

  private Counts counts(EventType kind) {
    var counts = new Counts(0, 0, 0);
    for (var row : taken.entrySet()) {
      for (var cell : row.getValue().entrySet()) {
        boolean truth = row.getKey() == kind;
        boolean found = cell.getKey() == kind;
        for (int i = 0; i < cell.getValue(); i++) {
          counts = counts.plus(Counts.of(truth, found));
        }
      }
    }
    return counts;
  }

  double macroF1() {
    return taken.keySet().stream().mapToDouble(kind -> counts(kind).f1()).average().orElse(0);
  }

  @Override
  public String toString() {
    var lines = new StringBuilder("macro F1 %.3f%n".formatted(macroF1()));
    taken.forEach((truth, found) ->
        lines.append("%-26s %s; taken for %s%n".formatted(truth, counts(truth), found)));
    return lines.toString();
  }
}

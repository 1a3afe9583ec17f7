package org.groundswell.system.faults;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What came out, set against what should have: a thing that came once too often is doubled.
 *
 * @param expected how many things should have come
 * @param lost each as often as it is missing
 * @param doubled each as often as it is too many
 */
record Balance<T>(long expected, List<T> lost, List<T> doubled) {

  static <T> Balance<T> of(Map<T, Integer> expected, Map<T, Integer> found) {
    Set<T> all =
        Stream.of(expected, found)
            .flatMap(counts -> counts.keySet().stream())
            .collect(Collectors.toSet());
    List<T> lost = new ArrayList<>();
    List<T> doubled = new ArrayList<>();
    for (T thing : all) {
      int more = found.getOrDefault(thing, 0) - expected.getOrDefault(thing, 0);
      for (int i = 0; i < Math.abs(more); i++) {
        (more < 0 ? lost : doubled).add(thing);
      }
    }
    return new Balance<>(
        expected.values().stream().mapToLong(Integer::longValue).sum(), lost, doubled);
  }
}

package org.groundswell.collector.replay;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Comparator;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TimeOrderTests {

  @Test
  void sortsStably() {
    var random = new Random(3);
    for (int size = 0; size < 300; size++) {
      long[] times = random.longs(size, 0, 20).toArray();

      int[] expected =
          IntStream.range(0, size)
              .boxed()
              .sorted(Comparator.comparingLong(i -> times[i]))
              .mapToInt(i -> i)
              .toArray();

      assertThat(TimeOrder.of(times)).containsExactly(expected);
    }
  }
}

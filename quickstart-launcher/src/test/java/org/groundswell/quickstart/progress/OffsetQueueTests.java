package org.groundswell.quickstart.progress;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.Random;
import org.junit.jupiter.api.Test;

class OffsetQueueTests {

  @Test
  void removesLikeAnOrdinaryQueueWhileItGrows() {
    var random = new Random(7);
    var queue = new OffsetQueue();
    var expected = new ArrayDeque<Long>();
    long next = 0;

    for (int round = 0; round < 2_000; round++) {
      for (int i = random.nextInt(20); i > 0; i--) {
        next += 1 + random.nextInt(3);
        queue.add(next);
        expected.add(next);
      }
      long before = Math.max(0, next - random.nextInt(5_000));
      int size = expected.size();
      expected.removeIf(offset -> offset < before);

      assertThat(queue.removeBefore(before)).isEqualTo(size - expected.size());
    }
  }
}

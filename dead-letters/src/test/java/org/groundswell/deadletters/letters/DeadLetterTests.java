package org.groundswell.deadletters.letters;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.groundswell.deadletters.letters.DeadLetter.Origin;
import org.junit.jupiter.api.Test;

class DeadLetterTests {

  @Test
  void saysWhereItCameFrom() {
    assertThat(Letters.fromPosts("1").origin()).contains(new Origin("posts", 2, 40));
  }

  @Test
  void knowsNoOriginWhenAHeaderIsMissingOrNoNumber() {
    assertThat(Letters.with("k", "v", Map.of("topic", "posts")).origin()).isEmpty();
    assertThat(
            Letters.with("k", "v", Map.of("topic", "posts", "partition", "x", "offset", "1"))
                .origin())
        .isEmpty();
  }

  @Test
  void wasNeverPlayedBackWithoutTheHeader() {
    assertThat(Letters.with("k", "v", Map.of()).rounds()).hasValue(0);
  }

  @Test
  void doesNotGuessAtRoundsThatAreNoNumber() {
    assertThat(Letters.fromPosts("many").rounds()).isEmpty();
    assertThat(Letters.fromPosts("-1").rounds()).isEmpty();
  }

  @Test
  void letsNoHeaderSteerATerminal() {
    var letter = Letters.with("k", "v", Map.of("reason", "A\u001b[2J\nB"));

    assertThat(letter.reason()).contains("A [2J B");
  }
}

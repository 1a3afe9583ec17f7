package org.groundswell.nlp.scoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.groundswell.nlp.text.LetterHash;
import org.junit.jupiter.api.Test;

class LinearModelTests {

  private static final List<String> OUTCOMES = List.of("NONE", "UNREST", "OTHER");

  @Test
  void addsUpWhatFeaturesSay() {
    var model =
        LinearModel.of(OUTCOMES, Map.of(7L, new float[] {1, 2, 3}, 8L, new float[] {0.5f, -4, 0}));

    assertThat(model.scores(new long[] {7, 8, 9}, "en")).containsExactly(1.5, -2, 3);
  }

  @Test
  void addsWhatAFeatureSaysInALanguage() {
    long english = LinearModel.tagged(7, LetterHash.of("en"));
    var model =
        LinearModel.of(
            OUTCOMES, Map.of(7L, new float[] {1, 0, 0}, english, new float[] {0, 10, 0}));

    assertThat(model.scores(new long[] {7}, "en")).containsExactly(1, 10, 0);
    assertThat(model.scores(new long[] {7}, "de")).containsExactly(1, 0, 0);
  }

  @Test
  void isReadAsItWasWritten() throws IOException {
    Map<Long, float[]> weights = drawn(10_000);
    var model = LinearModel.of(OUTCOMES, weights);

    byte[] bytes = written(model);
    LinearModel read = LinearModel.read(new DataInputStream(new ByteArrayInputStream(bytes)));

    assertThat(read.outcomes()).isEqualTo(OUTCOMES);
    assertThat(written(read)).isEqualTo(bytes);
    weights.forEach((feature, expected) -> {
      double[] scores = read.scores(new long[] {feature}, "en");
      for (int i = 0; i < expected.length; i++) {
        assertThat(scores[i]).isCloseTo(expected[i], within(1e-9));
      }
    });
  }

  @Test
  void isWrittenAlikeWhateverTheOrderOfItsMaking() throws IOException {
    Map<Long, float[]> weights = drawn(1_000);
    var shuffled = new HashMap<Long, float[]>(16, 5);
    weights.keySet().stream().sorted().forEach(it -> shuffled.put(it, weights.get(it)));

    assertThat(written(LinearModel.of(OUTCOMES, shuffled)))
        .isEqualTo(written(LinearModel.of(OUTCOMES, weights)));
  }

  @Test
  void saysNothingWithoutWeights() throws IOException {
    var empty = LinearModel.of(OUTCOMES, Map.of());

    assertThat(empty.scores(new long[] {1, 2, 3}, "en")).containsOnly(0);
    assertThat(
            LinearModel.read(new DataInputStream(new ByteArrayInputStream(written(empty))))
                .outcomes())
        .isEqualTo(OUTCOMES);
  }

  private static Map<Long, float[]> drawn(int features) {
    var random = new Random(3);
    var weights = new HashMap<Long, float[]>();
    while (weights.size() < features) {
      weights.put(random.nextLong(), new float[] {random.nextFloat(), -random.nextFloat(), 0});
    }
    return weights;
  }

  private static byte[] written(LinearModel model) throws IOException {
    var bytes = new ByteArrayOutputStream();
    model.write(new DataOutputStream(bytes));
    return bytes.toByteArray();
  }
}

package org.groundswell.nlp.scoring;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.groundswell.nlp.text.LetterHash;
import org.groundswell.nlp.text.TextReader;
import org.groundswell.nlp.text.Tokens;
import org.junit.jupiter.api.Test;

class FeatureSetTests {

  private static final TextReader READER = new TextReader();

  @Test
  void holdsEachFeatureOnce() {
    assertThat(of("march march march march"))
        .doesNotHaveDuplicates()
        .isEqualTo(of("march march march"));
  }

  @Test
  void holdsFeaturesInTheOrderOfTheirFirstOccurrence() {
    long[] features = of("teachers march");

    assertThat(features[0]).isEqualTo(PostFeatures.ALWAYS);
    assertThat(features).startsWith(of("teachers"));
  }

  /** Long posts make the table grow several times; nothing is lost and nothing comes twice. */
  @Test
  void holdsAllFeaturesOfTheLongestPosts() {
    for (int words : List.of(1, 30, 60, 500, 2_500)) {
      Tokens tokens = READER.read(words(words)).tokens();
      var expected = new LinkedHashSet<Long>();
      PostFeatures.extract(tokens, (feature, start, end) -> expected.add(feature));

      assertThat(FeatureSet.of(tokens)).containsExactly(longs(expected));
    }
  }

  @Test
  void growsWithOneWordOfTheLongestText() {
    long[] features = of(letters(20_000));

    assertThat(features).doesNotHaveDuplicates().hasSizeGreaterThan(19_000);
  }

  @Test
  void meetsNoStrangersHash() {
    Set<Long> hashes =
        IntStream.range(0, 100_000)
            .mapToObj(i -> LetterHash.of(Integer.toString(i, Character.MAX_RADIX)))
            .collect(Collectors.toSet());

    assertThat(hashes).hasSize(100_000).doesNotContain(0L);
  }

  private static long[] of(String text) {
    return FeatureSet.of(READER.read(text).tokens());
  }

  private static long[] longs(Set<Long> features) {
    return features.stream().mapToLong(Long::longValue).toArray();
  }

  private static String words(int count) {
    var random = new Random(count);
    var words = new ArrayList<String>();
    for (int i = 0; i < count; i++) {
      words.add(letters(random, 4 + random.nextInt(5)));
    }
    return String.join(" ", words);
  }

  private static String letters(int count) {
    return letters(new Random(count), count);
  }

  private static String letters(Random random, int count) {
    return random
        .ints(count, 'a', 'z' + 1)
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
  }
}

package org.groundswell.nlp.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.groundswell.nlp.text.TextReader;
import org.junit.jupiter.api.Test;

class SignatureTests {

  private static final TextReader TEXTS = new TextReader();
  private static final String POST =
      "Thousands of nurses march through the centre of Manila for higher pay, traffic is at a"
          + " standstill near the palace";

  @Test
  void makesNoDifferenceOfCaseLinksAccountsAndNumbers() {
    assertThat(signature("RT @news: " + POST.toUpperCase(Locale.ROOT) + " https://t.co/x"))
        .isEqualTo(signature(POST));
    assertThat(signature(POST + " 12")).isEqualTo(signature(POST + " 4000"));
  }

  @Test
  void differsInFewBitsWhereAWordDiffers() {
    assertThat(distance(POST, POST.replace("nurses", "teachers"))).isLessThanOrEqualTo(14);
    assertThat(distance(POST, POST + " now")).isLessThanOrEqualTo(14);
    assertThat(distance(POST, "Look: " + POST)).isLessThanOrEqualTo(14);
  }

  /** Half of the bits, by chance; of 1,000 pairs of posts hardly one comes near a copy. */
  @Test
  void differsInHalfOfTheBitsOfOtherPosts() throws IOException {
    List<String> posts = Files.readAllLines(Path.of("corpus/en/NONE.wire.txt"));
    int near = 0;
    int sum = 0;
    int pairs = Math.min(1_000, posts.size() - 1);
    for (int i = 0; i < pairs; i++) {
      int distance = distance(posts.get(i), posts.get(i + 1));
      near += distance <= 10 ? 1 : 0;
      sum += distance;
    }

    assertThat((double) sum / pairs).isBetween(27.0, 35.0);
    assertThat(near).isLessThanOrEqualTo(1);
  }

  @Test
  void isZeroWithoutWords() {
    assertThat(signature("😂 !!!")).hasSize(16);
    assertThat(signature("")).isEqualTo("0000000000000000");
  }

  private static int distance(String one, String other) {
    return Long.bitCount(
        Long.parseUnsignedLong(signature(one), 16) ^ Long.parseUnsignedLong(signature(other), 16));
  }

  private static String signature(String text) {
    return Signature.of(TEXTS.read(text).tokens());
  }
}

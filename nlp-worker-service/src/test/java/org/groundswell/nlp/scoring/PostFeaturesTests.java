package org.groundswell.nlp.scoring;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.groundswell.nlp.text.TextReader;
import org.junit.jupiter.api.Test;

class PostFeaturesTests {

  private static final TextReader READER = new TextReader();

  @Test
  void seesWordsTheirBeginningsAndPairs() {
    assertThat(featuresOf("Teachers MARCHED"))
        .contains("teachers", "teac", "teache", "eache", "marched", "teachers marched");
  }

  @Test
  void sharesBeginningsAmongTheFormsOfAWord() {
    assertThat(featuresOf("забастовка")).contains("забаст");
    assertThat(featuresOf("забастовке")).contains("забаст");
  }

  @Test
  void seesTheBeginningsOfHashtagsThatRunWordsTogether() {
    assertThat(featuresOf("#occupythepark")).contains("occupy", "occupyth").doesNotContain("o");
  }

  @Test
  void seesEmojiButNotPunctuation() {
    assertThat(featuresOf("see you there ✊ !!!")).contains("✊").doesNotContain("!!!", "!");
  }

  @Test
  void forgetsWhichNumberItWas() {
    assertThat(featuresOf("covid2021")).isEqualTo(featuresOf("covid7"));
  }

  @Test
  void leavesOneFeatureToAnEmptyPost() {
    assertThat(featuresOf("")).containsExactly("*");
  }

  private static Set<String> featuresOf(String text) {
    return Set.copyOf(FeatureNames.of(READER.read(text).tokens()).values());
  }
}

package org.groundswell.nlp.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ExcerptTests {

  @Test
  void keepsAShortText() {
    assertThat(Excerpt.of("Они идут ✊")).isEqualTo("Они идут ✊");
  }

  @Test
  void hidesWhoIsSpokenTo() {
    assertThat(Excerpt.of("RT @a.bsky.social: with @b@example.org, mail a@b.org"))
        .isEqualTo("RT @…: with @…, mail a@b.org");
  }

  @Test
  void cutsALongTextBetweenCodePoints() {
    String excerpt = Excerpt.of("a".repeat(Excerpt.MAX_LENGTH - 1) + "✊🏾😡");

    assertThat(excerpt).hasSize(Excerpt.MAX_LENGTH).endsWith("✊");
    assertThat(Excerpt.of("b" + "😡".repeat(200))).hasSize(Excerpt.MAX_LENGTH - 1).endsWith("😡");
  }

  @Test
  void readsANameOfThousandsOfParts() {
    assertThat(Excerpt.of("@a" + ".a".repeat(9_999) + " there")).isEqualTo("@… there");
  }
}

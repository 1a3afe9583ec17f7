package org.groundswell.nlp.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import org.groundswell.nlp.text.TextReader;
import org.junit.jupiter.api.Test;

class VoiceTests {

  private final TextReader texts = new TextReader();

  @Test
  void isTheAuthor() {
    assertThat(voice(Posts.saying("They march"))).isEqualTo(Posts.AUTHOR);
  }

  @Test
  void isTheRepostedPostWhoeverRepeatsIt() {
    assertThat(voice(Posts.reposting("push:7", "They march")))
        .isEqualTo(voice(Posts.reposting("push:7", "RT @a: They march")))
        .isNotEqualTo(voice(Posts.reposting("push:8", "They march")))
        .startsWith("repost:");
  }

  @Test
  void isTheRepeatedTextWhereTheSourceNamesNoPost() {
    assertThat(voice(Posts.saying("RT @a: They march https://t.co/1")))
        .isEqualTo(voice(Posts.saying("RT @a: THEY  march https://t.co/2")))
        .isNotEqualTo(voice(Posts.saying("RT @a: They strike")));
  }

  @Test
  void isThePostItselfWithoutAuthor() {
    assertThat(voice(Posts.withoutAuthor("1"))).isNotEqualTo(voice(Posts.withoutAuthor("2")));
  }

  @Test
  void fitsTheContract() {
    assertThat(voice(Posts.withoutAuthor("x".repeat(200)))).hasSizeLessThanOrEqualTo(64);
    assertThat(voice(Posts.reposting("push:" + "x".repeat(200), "a"))).hasSizeLessThanOrEqualTo(64);
  }

  private String voice(Post post) {
    return Voice.of(post, texts.read(post.text()));
  }
}

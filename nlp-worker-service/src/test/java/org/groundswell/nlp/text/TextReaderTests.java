package org.groundswell.nlp.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TextReaderTests {

  private final TextReader reader = new TextReader();

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '`',
      textBlock =
          """
          March at noon https://t.co/abc123 now     | March at noon now
          @police stop, @user.bsky.social           | stop,
          mail me at a@b.org                        | mail me at a@b.org
          Bread &amp; roses &#39;now&#39; &#128514; | Bread & roses 'now' 😂
          Nooooo waaaay, 1000 people                | Noo waay, 1000 people
          #EndSARSNow in Lagos                      | End SARS Now in Lagos
          #Paro24Nov #нет_войне                     | Paro 24 Nov нет войне
          RT @someone: they are here                | they are here
          RT @a.bsky.social: they are here          | they are here
          RT @kişi@örnek.org they are here          | they are here
          man\u0303ana                              | mañana
          𝐏𝐑𝐎𝐓𝐄𝐒𝐓 𝓃𝑜𝓌 𝟐𝟎 ＮＯＷ                        | PROTEST now 20 NOW
          а\u200Bб \u202Eв                          | аб в
          \u2066@user\u2069 they march              | they march
          \u200Fhttps://t.co/x they march           | they march
          \u2066#EndSARS\u2069                       | End SARS
          """,
      delimiter = '|')
  void cleans(String original, String clean) {
    assertThat(reader.read(original).clean()).isEqualTo(clean);
  }

  @Test
  void keepsTheOriginal() {
    String original = "RT @a: caf\u00e9 &amp; #Bar https://x.org";

    assertThat(reader.read(original).original()).isEqualTo(original);
  }

  @Test
  void tellsReposts() {
    assertThat(reader.read("RT @someone: they are here").repost()).isTrue();
    assertThat(reader.read("They said RT @someone: here").repost()).isFalse();
  }

  @Test
  void putsHashtagsBeforeTheirWords() {
    assertThat(reader.read("Join #EndSARSNow!").tokens().toStrings())
        .containsExactly("join", "#endsarsnow", "end", "sars", "now");
  }

  @Test
  void knowsAHashtagBehindAMarkOfDirection() {
    assertThat(reader.read("\u2066#NoMore\u2069").tokens().toStrings())
        .containsExactly("#nomore", "no", "more");
  }

  @Test
  void keepsEmojiAndContractionsWhole() {
    assertThat(reader.read("Don’t shoot✊🏾🇳🇬👨‍👩‍👧").tokens().toStrings())
        .containsExactly("don", "t", "shoot", "✊", "🇳🇬", "👨👩👧");
  }

  @Test
  void cutsSentencesAtMarksAndLineEnds() {
    assertThat(reader.sentences(reader.read("Police came. We stayed!\nMañana seguimos"), "en"))
        .containsExactly("Police came.", "We stayed!", "Mañana seguimos");
  }

  @Test
  void keepsTheDayOfADateInItsSentence() {
    assertThat(reader.sentences(reader.read("Am 12. Juni streiken wir. Kommt alle!"), "de"))
        .containsExactly("Am 12. Juni streiken wir.", "Kommt alle!");
  }

  @Test
  void readsTextWithoutLanguage() {
    PostText text = reader.read(" @a https://t.co/x \uD83D ");

    assertThat(text.clean()).isEmpty();
    assertThat(reader.sentences(text, "en")).isEmpty();
    assertThat(text.tokens().size()).isZero();
  }

  @Test
  void readsFromManyThreadsAsFromOne() {
    PostText alone = reader.read("Police came. We stayed! #NoMore");

    List<PostText> together =
        IntStream.range(0, 2000)
            .parallel()
            .mapToObj(i -> reader.read("Police came. We stayed! #NoMore"))
            .toList();

    assertThat(together).containsOnly(alone);
  }
}

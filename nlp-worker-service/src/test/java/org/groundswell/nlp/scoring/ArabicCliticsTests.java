package org.groundswell.nlp.scoring;

import static org.assertj.core.api.Assertions.assertThat;

import org.groundswell.nlp.text.TextReader;
import org.groundswell.nlp.text.Tokens;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ArabicCliticsTests {

  private static final TextReader READER = new TextReader();

  @ParameterizedTest
  @CsvSource({
    "المتظاهرين, متظاهرين", // the demonstrators
    "والمتظاهرين, متظاهرين", // and the demonstrators
    "بالشارع, شارع", // in the street
    "وبالشارع, شارع", // and in the street
    "كالعاده, عاده", // as usual
    "للشرطه, شرطه", // to the police
    "وللشرطه, شرطه", // and to the police
    "فالشرطه, شرطه", // so the police
    "وشرطه, شرطه", // and police
    "شرطه, شرطه", // police
    "اضراب, اضراب", // a strike
    "الان, الان", // now: two letters would be left
    "وطن, وطن", // a homeland, not "and mud"
    "ولد, ولد", // a boy
    "كلب, كلب", // a dog
    "لله, لله", // to God
    "ال, ال",
    "و, و"
  })
  void looksPastWhatIsWrittenTogetherWithTheWord(String written, String word) {
    Tokens tokens = READER.read(written).tokens();

    int start = ArabicClitics.skip(tokens, tokens.start(0), tokens.end(0));

    assertThat(tokens.letters(start, tokens.end(0))).isEqualTo(word);
  }

  @Test
  void knowsArabicLetters() {
    assertThat(ArabicClitics.isArabic('ا')).isTrue();
    assertThat(ArabicClitics.isArabic('a')).isFalse();
    assertThat(ArabicClitics.isArabic('я')).isFalse();
  }
}

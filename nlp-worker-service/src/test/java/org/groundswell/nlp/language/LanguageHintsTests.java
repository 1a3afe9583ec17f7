package org.groundswell.nlp.language;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LanguageHintsTests {

  @ParameterizedTest
  @CsvSource({
    "en, en",
    "EN, en",
    "' pt-BR ', pt",
    "pt_PT, pt",
    "zh-Hans-CN, zh",
    "in, id",
    "iw, he",
    "ji, yi",
    "spa, es",
    "DEU, de",
    "ara, ar",
    "swa, sw",
    "ind, id",
    "nor, no",
    "nb, no",
    "nn-NO, no",
    "fil, tl",
    "tgl, tl",
    "ceb, ceb",
    "sh, hr",
    "sr-Latn, sr",
    "und, und",
    "'', ''",
    "' ', ''",
    "-, ''",
    "42, ''",
    "✊, ''"
  })
  void leavesTheLanguageAlone(String hint, String language) {
    assertThat(LanguageHints.normalised(hint)).isEqualTo(language);
  }

  @Test
  void isTheSameWhereverItRuns() {
    Locale before = Locale.getDefault();
    Locale.setDefault(Locale.of("tr", "TR"));
    try {
      assertThat(LanguageHints.normalised("IN")).isEqualTo("id");
    } finally {
      Locale.setDefault(before);
    }
  }
}

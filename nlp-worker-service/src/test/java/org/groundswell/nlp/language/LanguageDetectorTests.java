package org.groundswell.nlp.language;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LanguageDetectorTests {

  private static final LanguageDetector DETECTOR = new LanguageDetector();

  @ParameterizedTest
  @CsvSource({
    "'Thousands are marching towards the parliament right now', en",
    "'Miles de personas marchan hacia el parlamento ahora mismo', es",
    "'Тысячи людей вышли на улицы в центре города', ru",
    "'Тисячі людей вийшли на вулиці в центрі міста', uk",
    "'Milhares de pessoas marcham agora para o parlamento', pt",
    "'Des milliers de personnes marchent vers le parlement', fr",
    "'Tausende ziehen gerade durch die Innenstadt', de",
    "'Ribuan orang berunjuk rasa di depan gedung parlemen', id",
    "'آلاف المتظاهرين في وسط المدينة الآن', ar",
    "'数千人が議会の前に集まっています', ja",
    "'Хиљаде људи на улицама Београда, вођа ћути', und",
    "'12345 !!! 😡', und"
  })
  void tellsLanguagesWithoutHint(String text, String language) {
    assertThat(DETECTOR.detect(text, null)).isEqualTo(language);
  }

  @Test
  void takesTheHintWhereTheTextIsUnclear() {
    assertThat(DETECTOR.detect("No!", "es")).isEqualTo("es");
    assertThat(DETECTOR.detect("2020 ✊", "ru")).isEqualTo("ru");
  }

  @ParameterizedTest
  @CsvSource({
    "nl, Duizenden mensen lopen vandaag mee in de demonstratie op het Malieveld",
    "pl, Tysiące ludzi wyszły dziś na ulice przeciwko rządowi",
    "sv, Tusentals människor demonstrerade på torget i går kväll",
    "ro, Mii de oameni protestează în fața guvernului",
    "vi, Hàng nghìn người xuống đường biểu tình hôm nay",
    "so, Dad badan ayaa maanta isugu soo baxay magaalada",
    "tl-PH, Libu-libong tao ang nagmartsa kanina sa EDSA",
  })
  void takesAnotherLanguageForItselfWhereTheHintNamesIt(String hint, String text) {
    assertThat(DETECTOR.detect(text, hint)).isEqualTo(hint.substring(0, 2));
    assertThat(DETECTOR.detect("Thousands of people are marching in the streets", hint))
        .isEqualTo("en");
  }

  @Test
  void believesTheTextAgainstAWrongHint() {
    assertThat(DETECTOR.detect("Thousands are marching towards the parliament", "es"))
        .isEqualTo("en");
    assertThat(DETECTOR.detect("Тысячи людей вышли на улицы", "en")).isEqualTo("ru");
  }

  @Test
  void passesOverAHintItCannotJudge() {
    assertThat(DETECTOR.detect("Thousands are marching towards the parliament", "xx"))
        .isEqualTo("en");
  }
}

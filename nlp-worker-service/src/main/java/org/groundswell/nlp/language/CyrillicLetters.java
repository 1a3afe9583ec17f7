package org.groundswell.nlp.language;

import java.util.Locale;

/** Tells Cyrillic languages apart by the letters that only some of them have. */
enum CyrillicLetters {
  RUSSIAN,
  UKRAINIAN,
  /** Belarusian, Serbian, Kazakh and others: letters that neither Russian nor Ukrainian has. */
  OTHER,
  UNDECIDED;

  private static final String SHARED = "абвгдежзийклмнопрстуфхцчшщьюя";
  private static final String ONLY_RUSSIAN = "ёъыэ";
  private static final String ONLY_UKRAINIAN = "ґєії";

  /** Names the language whose own letters are most frequent. */
  static CyrillicLetters tell(String text) {
    int russian = 0;
    int ukrainian = 0;
    int other = 0;
    String lower = text.toLowerCase(Locale.ROOT);
    for (int i = 0; i < lower.length(); i++) {
      switch (owner(lower.charAt(i))) {
        case RUSSIAN -> russian++;
        case UKRAINIAN -> ukrainian++;
        case OTHER -> other++;
        case UNDECIDED -> {}
      }
    }
    return most(russian, ukrainian, other);
  }

  private static CyrillicLetters most(int russian, int ukrainian, int other) {
    if (other > Math.max(russian, ukrainian)) {
      return OTHER;
    }
    if (russian == ukrainian) {
      return UNDECIDED;
    }
    return russian > ukrainian ? RUSSIAN : UKRAINIAN;
  }

  private static CyrillicLetters owner(char letter) {
    if (letter < 'Ѐ' || letter > 'ӿ' || SHARED.indexOf(letter) >= 0) {
      return UNDECIDED;
    }
    if (ONLY_RUSSIAN.indexOf(letter) >= 0) {
      return RUSSIAN;
    }
    return ONLY_UKRAINIAN.indexOf(letter) >= 0 ? UKRAINIAN : OTHER;
  }
}

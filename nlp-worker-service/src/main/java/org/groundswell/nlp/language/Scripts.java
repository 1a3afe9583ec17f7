package org.groundswell.nlp.language;

import java.lang.Character.UnicodeScript;
import java.util.EnumMap;
import java.util.Map;

/** Tells in which script a text is written. */
final class Scripts {

  private static final char LAST_LATIN = '\u024F';

  private Scripts() {}

  /** Returns the script of most letters, {@code COMMON} when there are none. */
  static UnicodeScript dominant(String text) {
    int latin = 0;
    Map<UnicodeScript, Integer> others = new EnumMap<>(UnicodeScript.class);
    for (int i = 0; i < text.length(); i++) {
      int letter = text.codePointAt(i);
      if (Character.isLetter(letter)) {
        if (letter <= LAST_LATIN) {
          latin++;
        } else {
          others.merge(UnicodeScript.of(letter), 1, Integer::sum);
        }
      }
    }
    return others.isEmpty()
        ? (latin == 0 ? UnicodeScript.COMMON : UnicodeScript.LATIN)
        : most(others, latin);
  }

  private static UnicodeScript most(Map<UnicodeScript, Integer> letters, int latin) {
    letters.merge(UnicodeScript.LATIN, latin, Integer::sum);
    return letters.entrySet().stream().max(Map.Entry.comparingByValue()).orElseThrow().getKey();
  }
}

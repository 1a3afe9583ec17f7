package org.groundswell.nlp.language;

import java.util.Locale;
import java.util.Map;

/** Reads what sources write into their language fields. */
final class LanguageHints {

  /** Codes that ISO 639 gave up and platforms still write. */
  private static final Map<String, String> OLD = Map.of("in", "id", "iw", "he", "ji", "yi");

  private LanguageHints() {}

  /** Returns the language alone, of {@code pt-BR}, {@code EN} or {@code in}: pt, en, id. */
  static String normalised(String hint) {
    String lower = hint.strip().toLowerCase(Locale.ROOT);
    int end = 0;
    while (end < lower.length() && Character.isLetter(lower.charAt(end))) {
      end++;
    }
    String language = lower.substring(0, end);
    return OLD.getOrDefault(language, language);
  }
}

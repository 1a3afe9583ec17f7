package org.groundswell.nlp.language;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** Reads what sources write into their language fields. */
final class LanguageHints {

  /**
   * Codes that ISO 639 gave up and platforms still write, and other names of languages; the two
   * ways to write Norwegian are one here.
   */
  private static final Map<String, String> OTHERS =
      Map.of(
          "in", "id", "iw", "he", "ji", "yi", "jw", "jv", "mo", "ro", "fil", "tl", "nb", "no", "nn",
          "no", "sh", "hr");

  /** The codes of three letters, as {@code eng}, of all that have one of two. */
  private static final Map<String, String> OF_THREE_LETTERS =
      Arrays.stream(Locale.getISOLanguages())
          .collect(
              Collectors.toUnmodifiableMap(
                  code -> Locale.of(code).getISO3Language(),
                  code -> OTHERS.getOrDefault(code, code),
                  (one, other) -> one));

  private LanguageHints() {}

  /**
   * Returns the language alone, of {@code pt-BR}, {@code EN}, {@code in} or {@code spa}: pt, en,
   * id, es. What is no language comes back in small letters, and is empty when it begins with none.
   */
  static String normalised(String hint) {
    String lower = hint.strip().toLowerCase(Locale.ROOT);
    int end = 0;
    while (end < lower.length() && Character.isLetter(lower.charAt(end))) {
      end++;
    }
    String language = lower.substring(0, end);
    String shortest = OF_THREE_LETTERS.getOrDefault(language, language);
    return OTHERS.getOrDefault(shortest, shortest);
  }
}

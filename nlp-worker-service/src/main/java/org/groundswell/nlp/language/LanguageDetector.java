package org.groundswell.nlp.language;

import java.lang.Character.UnicodeScript;
import java.util.Collections;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Tells the language of a post. Thread-safe.
 *
 * <p>The script decides first, then within Cyrillic the letters that only one language has, and
 * within Latin OpenNLP's n-gram model between the candidates. The source's hint is a prior, not a
 * verdict: on real streams it is often missing or wrong.
 */
@Component
public class LanguageDetector {

  /** What {@link #detect} returns when nothing can be told (ISO 639-2). */
  public static final String UNDETERMINED = "und";

  /**
   * Languages told apart, in ISO 639-1, with the model's own three letters. More than are analysed:
   * the others are here to be recognised and passed over. A longer list costs accuracy: with eight
   * more languages of Europe and Asia it fell from .97 to .95 on short posts.
   */
  static final SortedMap<String, String> LATIN =
      Collections.unmodifiableSortedMap(
          new TreeMap<>(
              Map.of(
                  "en", "eng", "es", "spa", "pt", "por", "fr", "fra", "de", "deu", "it", "ita",
                  "tr", "tur", "id", "ind", "sw", "swa")));

  /**
   * Languages that are told from those only where the source's hint names one of them: to pass them
   * over under their own name. Asked always, they would cost the others accuracy.
   */
  static final SortedMap<String, String> OTHER_LATIN =
      Collections.unmodifiableSortedMap(
          new TreeMap<>(
              Map.ofEntries(
                  Map.entry("af", "afr"),
                  Map.entry("az", "aze"),
                  Map.entry("ca", "cat"),
                  Map.entry("cs", "ces"),
                  Map.entry("cy", "cym"),
                  Map.entry("da", "dan"),
                  Map.entry("et", "ekk"),
                  Map.entry("eu", "eus"),
                  Map.entry("fi", "fin"),
                  Map.entry("ga", "gle"),
                  Map.entry("gl", "glg"),
                  Map.entry("hr", "hrv"),
                  Map.entry("hu", "hun"),
                  Map.entry("is", "isl"),
                  Map.entry("lt", "lit"),
                  Map.entry("lv", "lvs"),
                  Map.entry("ms", "msa"),
                  Map.entry("nl", "nld"),
                  Map.entry("no", "nob"),
                  Map.entry("pl", "pol"),
                  Map.entry("ro", "ron"),
                  Map.entry("sk", "slk"),
                  Map.entry("sl", "slv"),
                  Map.entry("so", "som"),
                  Map.entry("sq", "sqi"),
                  Map.entry("sv", "swe"),
                  Map.entry("tl", "tgl"),
                  Map.entry("uz", "uzb"),
                  Map.entry("vi", "vie"),
                  Map.entry("zu", "zul"))));

  private static final Set<String> CYRILLIC = Set.of("ru", "uk");

  /** Scripts that are enough to tell the language, or at least that it is none of the others. */
  private static final Map<UnicodeScript, String> BY_SCRIPT =
      Map.ofEntries(
          Map.entry(UnicodeScript.ARABIC, "ar"),
          Map.entry(UnicodeScript.HAN, "zh"),
          Map.entry(UnicodeScript.HIRAGANA, "ja"),
          Map.entry(UnicodeScript.KATAKANA, "ja"),
          Map.entry(UnicodeScript.HANGUL, "ko"),
          Map.entry(UnicodeScript.GREEK, "el"),
          Map.entry(UnicodeScript.HEBREW, "he"),
          Map.entry(UnicodeScript.THAI, "th"),
          Map.entry(UnicodeScript.DEVANAGARI, "hi"),
          Map.entry(UnicodeScript.BENGALI, "bn"),
          Map.entry(UnicodeScript.TAMIL, "ta"),
          Map.entry(UnicodeScript.ETHIOPIC, "am"),
          Map.entry(UnicodeScript.ARMENIAN, "hy"),
          Map.entry(UnicodeScript.GEORGIAN, "ka"),
          Map.entry(UnicodeScript.MYANMAR, "my"));

  /**
   * What the source's word for a language adds to its score, as a share of the best one. The
   * model's scores of a short post lie so close that this little decides nearly all of them.
   */
  private static final double HINT_SHARE = 0.3;

  /** Under so many letters a text tells nothing against the source's word. */
  private static final int TELLING_LENGTH = 5;

  private final LanguageModel model = LanguageModel.load(LanguageModel.FILE);

  /** Read when the first post comes whose hint asks for it; most streams never do. */
  private static final class Wide {

    static final LanguageModel MODEL = LanguageModel.load(LanguageModel.WIDE_FILE);
  }

  /**
   * Tells the language.
   *
   * @param clean a text without links and mentions
   * @param given the source's own idea, ISO 639-1 or BCP 47, used when it is among the candidates
   * @return ISO 639-1, or {@link #UNDETERMINED}
   */
  public String detect(String clean, @Nullable String given) {
    String hint = given == null ? null : LanguageHints.normalised(given);
    return switch (Scripts.dominant(clean)) {
      case LATIN -> latin(clean, hint);
      case CYRILLIC -> cyrillic(clean, hint);
      case COMMON -> hint == null || !isKnown(hint) ? UNDETERMINED : hint;
      case UnicodeScript script -> BY_SCRIPT.getOrDefault(script, UNDETERMINED);
    };
  }

  private static boolean isKnown(String language) {
    return LATIN.containsKey(language)
        || OTHER_LATIN.containsKey(language)
        || BY_SCRIPT.containsValue(language)
        || CYRILLIC.contains(language);
  }

  private static String cyrillic(String clean, @Nullable String hint) {
    return switch (CyrillicLetters.tell(clean)) {
      case RUSSIAN -> "ru";
      case UKRAINIAN -> "uk";
      case OTHER -> UNDETERMINED;
      // A few words without a telling letter: the model takes nearly all such Russian for
      // Ukrainian.
      case UNDECIDED -> "uk".equals(hint) ? "uk" : "ru";
    };
  }

  private String latin(String clean, @Nullable String hint) {
    CharSequence words = words(clean);
    if (hint != null && OTHER_LATIN.containsKey(hint) && isBelieved(hint, words, Wide.MODEL)) {
      return hint;
    }
    double[] scores = model.scores(words);
    int hinted = hint == null ? -1 : model.languages().indexOf(hint);
    boolean believed = hinted >= 0 && isBelieved(hinted, words, scores);
    return model.languages().get(believed ? hinted : best(scores));
  }

  private static boolean isBelieved(String hint, CharSequence words, LanguageModel model) {
    return isBelieved(model.languages().indexOf(hint), words, model.scores(words));
  }

  private static boolean isBelieved(int hinted, CharSequence words, double[] scores) {
    double best = scores[best(scores)];
    return best - scores[hinted] <= HINT_SHARE * Math.abs(best) || words.length() < TELLING_LENGTH;
  }

  private static int best(double[] scores) {
    int best = 0;
    for (int i = 1; i < scores.length; i++) {
      best = scores[i] > scores[best] ? i : best;
    }
    return best;
  }

  /** Small letters, one blank around each word: the model knows words by the blanks. */
  static CharSequence words(String clean) {
    var words = new StringBuilder(clean.length() + 2).append(' ');
    for (int i = 0; i < clean.length(); i++) {
      char c = clean.charAt(i);
      if (isLetter(c)) {
        words.append(Character.toLowerCase(c));
      } else if (words.charAt(words.length() - 1) != ' ') {
        words.append(' ');
      }
    }
    return words.charAt(words.length() - 1) == ' ' ? words : words.append(' ');
  }

  private static boolean isLetter(char c) {
    return c < 0x80
        ? (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '\''
        : Character.isLetter(c) || Character.getType(c) == Character.NON_SPACING_MARK;
  }
}

package org.groundswell.nlp.timing;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;

/**
 * Tells by the words for times in which stage of an event a post was written. Thread-safe.
 *
 * <p>Each sentence speaks for itself, and the nearest to now speaks for the post: a sentence on
 * what happens outweighs one on what is to come, and that one a look back. A post that names no
 * time is taken to speak of its own.
 */
@Component
public class StageReader {

  /** A year after a word such as "in"; "since" is left out, for what began then may go on. */
  private static final Pattern YEAR =
      Pattern.compile(
          "(?<![\\p{L}\\p{N}])(?:in|of|from|en|de|del|в)\\s+(?:el\\s+|año\\s+)*(1[0-9]{3}|20[0-9]{2})"
              + "(?![\\p{L}\\p{N}])",
          Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

  /** What one sentence says of time. */
  private enum Tense {
    NONE,
    PAST,
    PLANNED,
    PRESENT
  }

  /**
   * Tells the stage.
   *
   * @param language ISO 639-1; in a language without time words every post is {@link Stage#ONGOING}
   * @param written when the post was written; earlier years that it names are past
   */
  public Stage read(List<String> sentences, String language, Instant written) {
    TimeWords words = TimeWords.BY_LANGUAGE.get(language);
    if (words == null) {
      return Stage.ONGOING;
    }
    int year = written.atOffset(ZoneOffset.UTC).getYear();
    List<Tense> tenses =
        sentences.stream().map(sentence -> tense(sentence, words, year)).toList();
    if (tenses.contains(Tense.PRESENT)) {
      return Stage.ONGOING;
    }
    if (tenses.contains(Tense.PLANNED)) {
      return Stage.PLANNED;
    }
    return tenses.contains(Tense.PAST) ? Stage.PAST : Stage.ONGOING;
  }

  private static Tense tense(String sentence, TimeWords words, int year) {
    if (words.past().matcher(sentence).find()) {
      return Tense.PAST;
    }
    // Before the present: "we are meeting tomorrow".
    if (words.planned().matcher(sentence).find()) {
      return Tense.PLANNED;
    }
    if (words.present().matcher(sentence).find()) {
      return Tense.PRESENT;
    }
    boolean past = words.memory().matcher(sentence).find() || namesYearBefore(year, sentence);
    return past ? Tense.PAST : Tense.NONE;
  }

  private static boolean namesYearBefore(int year, String sentence) {
    Matcher named = YEAR.matcher(sentence);
    while (named.find()) {
      if (Integer.parseInt(named.group(1)) < year) {
        return true;
      }
    }
    return false;
  }
}

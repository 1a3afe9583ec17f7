package org.groundswell.nlp.timing;

import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.groundswell.nlp.timing.Meaning.Kind;
import org.jspecify.annotations.Nullable;

/**
 * The words of one language that speak of time. Thread-safe.
 *
 * @param cues phrases that tell the tense; they may overlap what {@code names} finds
 * @param names words that days and hours are named with, the longest first
 * @param prefixes letters that may be written before a word as part of it
 * @param clock how the hours are counted
 */
record TimeWords(PhraseTree cues, PhraseTree names, String prefixes, HourCount clock) {

  private static final List<String> LANGUAGES =
      List.of("en", "es", "pt", "fr", "de", "it", "tr", "ar", "ru", "uk", "id", "sw");

  /**
   * Reads the words of all languages.
   *
   * @return by language, in ISO 639-1
   * @throws MalformedTimeWords when a file has a line that cannot be understood
   */
  static Map<String, TimeWords> byLanguage() {
    return LANGUAGES.stream()
        .collect(Collectors.toUnmodifiableMap(Function.identity(), TimeWordsReader::read));
  }

  /** Finds all cues of a sentence; one in another counts too. */
  Set<Cue> cues(Words words) {
    var found = EnumSet.noneOf(Cue.class);
    for (int word = 0; word < words.count(); word++) {
      PhraseTree.Match match = match(cues, words, word);
      if (match != null) {
        match.meanings().forEach(meaning -> found.add(Objects.requireNonNull(meaning.cue())));
      }
    }
    return found;
  }

  /** Cuts a sentence into what may be part of a day or an hour. */
  TimeParts parts(Words words) {
    var parts = new TimeParts();
    int word = 0;
    while (word < words.count()) {
      PhraseTree.Match match = match(names, words, word);
      if (match == null) {
        parts.add(words, word++);
      } else {
        parts.add(match.meanings());
        word = match.end() == words.length() ? words.count() : words.wordAt(match.end() + 1);
      }
    }
    return parts;
  }

  private PhraseTree.@Nullable Match match(PhraseTree tree, Words words, int word) {
    int start = words.start(word);
    PhraseTree.Match match = tree.match(words, start);
    if (match == null && prefixes.indexOf(words.at(start)) >= 0) {
      match = tree.match(words, start + 1);
    }
    return match == null || (match.capital() && !words.isCapital(word)) ? null : match;
  }

  /** Stands for a meaning that is not there. */
  static final int NONE = Integer.MIN_VALUE;

  static int value(List<Meaning> meanings, Kind kind) {
    for (Meaning meaning : meanings) {
      if (meaning.kind() == kind) {
        return meaning.value();
      }
    }
    return NONE;
  }
}

package org.groundswell.nlp.timing;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Writes out what a phrase of a file stands for: {@code $name} any of a list, {@code word?} the
 * word or nothing. The signs of {@link PhraseTree} stay.
 */
final class PhrasePattern {

  /** More would be a list in a list by mistake. */
  private static final int MOST = 20_000;

  private PhrasePattern() {}

  /**
   * Returns the folded phrases.
   *
   * @throws IllegalArgumentException when a list is unknown, or nothing is left of a phrase
   */
  static List<String> expand(String phrase, Map<String, List<String>> lists) {
    List<String> found = List.of("");
    for (String word : phrase.split("\\s+", -1)) {
      List<String> choices = choices(word, lists);
      found = found.stream().flatMap(head -> joined(head, choices)).toList();
      if (found.size() > MOST) {
        throw new IllegalArgumentException("'%s' stands for too many phrases".formatted(phrase));
      }
    }
    if (found.contains("")) {
      throw new IllegalArgumentException("'%s' may be empty".formatted(phrase));
    }
    return found;
  }

  private static Stream<String> joined(String head, List<String> choices) {
    return choices.stream()
        .map(choice -> head.isEmpty() || choice.isEmpty() ? head + choice : head + " " + choice);
  }

  private static List<String> choices(String word, Map<String, List<String>> lists) {
    if (word.startsWith("$")) {
      List<String> list = lists.get(word.substring(1));
      if (list == null) {
        throw new IllegalArgumentException("no list '%s'".formatted(word.substring(1)));
      }
      return list.stream().flatMap(entry -> expand(entry, lists).stream()).toList();
    }
    boolean optional = word.length() > 1 && word.endsWith("?");
    String folded = folded(optional ? word.substring(0, word.length() - 1) : word);
    return optional ? List.of(folded, "") : List.of(folded);
  }

  private static String folded(String word) {
    if (word.equals("*") || word.equals("#") || word.equals("~")) {
      return word;
    }
    String bare = new Words(word.replace("*", "")).toString();
    if (bare.isEmpty()) {
      throw new IllegalArgumentException("'%s' is no word".formatted(word));
    }
    return Stream.of(word.startsWith("*") ? "*" : "", bare, word.endsWith("*") ? "*" : "")
        .collect(Collectors.joining());
  }
}

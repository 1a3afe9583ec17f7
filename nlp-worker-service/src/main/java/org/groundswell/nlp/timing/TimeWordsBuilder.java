package org.groundswell.nlp.timing;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.groundswell.nlp.timing.Meaning.Kind;

/** Gathers {@link TimeWords} line by line. */
final class TimeWordsBuilder {

  private final PhraseTree cues = new PhraseTree();
  private final PhraseTree names = new PhraseTree();
  private final Map<String, List<String>> lists = new HashMap<>();
  private String key = "";
  private String prefixes = "";
  private HourCount clock = HourCount.TWENTY_FOUR;

  /**
   * @throws IllegalArgumentException when the line cannot be understood, with the reason
   */
  void add(String line) {
    if (line.isBlank() || line.startsWith("#")) {
      return;
    }
    boolean goesOn = Character.isWhitespace(line.charAt(0));
    int equals = line.indexOf('=');
    if (!goesOn && equals < 0) {
      throw new IllegalArgumentException("'%s' has no '='".formatted(line));
    }
    key = goesOn ? key : line.substring(0, equals).strip();
    String values = goesOn ? line : line.substring(equals + 1);
    for (String value : values.split(",", -1)) {
      if (!value.isBlank()) {
        add(key, value.strip());
      }
    }
  }

  TimeWords build() {
    return new TimeWords(cues, names, prefixes, clock);
  }

  private void add(String name, String value) {
    if (name.startsWith("list.")) {
      lists.merge(name.substring("list.".length()), List.of(value), TimeWordsBuilder::joined);
    } else if (name.equals("prefixes")) {
      prefixes += value;
    } else if (name.equals("clock")) {
      clock = constant(HourCount.class, value);
    } else {
      meaning(name, value);
    }
  }

  private void meaning(String name, String value) {
    Meaning meaning = MeaningKey.parse(name);
    PhraseTree tree = meaning.kind() == Kind.CUE ? cues : names;
    boolean capital = Character.isUpperCase(value.charAt(0));
    PhrasePattern.expand(value, lists).forEach(phrase -> tree.add(phrase, capital, meaning));
  }

  /** Returns the constant that a word of a file names in lower case with dashes. */
  static <E extends Enum<E>> E constant(Class<E> type, String name) {
    try {
      return Enum.valueOf(type, name.toUpperCase(Locale.ROOT).replace('-', '_'));
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException("'%s' is no %s".formatted(name, type.getSimpleName()), e);
    }
  }

  private static List<String> joined(List<String> some, List<String> more) {
    return Stream.concat(some.stream(), more.stream()).toList();
  }
}

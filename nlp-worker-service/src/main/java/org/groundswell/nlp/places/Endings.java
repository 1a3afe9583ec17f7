package org.groundswell.nlp.places;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.groundswell.nlp.places.Form.Sense;

/** The endings of one language, and what may stand in their place in a gazetteer; folded. */
final class Endings {

  private static final List<Form> AS_IS = List.of(Form.AS_IS);

  private record Ending(String text, List<Form> forms) {}

  private final int shortestStem;
  private final Map<Character, List<Ending>> byLastLetter = new HashMap<>();

  /**
   * @param rules one a line: the ending, then what may replace it, where - is nothing
   */
  Endings(int shortestStem, Sense sense, String rules) {
    this.shortestStem = shortestStem;
    add(sense, rules);
  }

  /** Adds endings that tell something else. */
  Endings and(Sense sense, String rules) {
    add(sense, rules);
    return this;
  }

  private void add(Sense sense, String rules) {
    rules.lines().map(String::strip).forEach(rule -> addRule(sense, rule));
  }

  private void addRule(Sense sense, String rule) {
    String[] parts = rule.split(" ", -1);
    String text = parts[0];
    List<Form> forms =
        Stream.of(parts)
            .skip(1)
            .map(instead -> instead.equals("-") ? "" : instead)
            .map(instead -> new Form(0, "", text.length(), instead, sense))
            .toList();
    byLastLetter
        .computeIfAbsent(text.charAt(text.length() - 1), _ -> new ArrayList<>())
        .add(new Ending(text, forms));
  }

  /** The word as it is, then what it may be a form of. */
  List<Form> undo(String folded) {
    List<Ending> endings = byLastLetter.get(folded.charAt(folded.length() - 1));
    if (endings == null) {
      return AS_IS;
    }
    var forms = new ArrayList<Form>(12);
    forms.add(Form.AS_IS);
    for (Ending ending : endings) {
      if (folded.length() - ending.text().length() >= shortestStem
          && folded.endsWith(ending.text())) {
        forms.addAll(ending.forms());
      }
    }
    return forms;
  }
}

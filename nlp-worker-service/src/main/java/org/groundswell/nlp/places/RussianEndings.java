package org.groundswell.nlp.places;

import java.util.ArrayList;
import java.util.List;

/**
 * Undoes Russian case endings: of {@code екатеринбурге} it makes {@code екатеринбург} among other
 * guesses, of which the gazetteer knows the right one. Folded words only; nouns of the usual
 * declensions and adjectives, as names of places have them.
 */
final class RussianEndings {

  private static final int SHORTEST_STEM = 3;

  /** Ending, then what may stand in its place in the nominative; longest endings first. */
  private static final String[][] RULES = {
    {"ого", "ый", "ий", "ое"},
    {"его", "ий", "ее"},
    {"ому", "ый", "ий", "ое"},
    {"ему", "ий", "ее"},
    {"ыми", "ые", "ый"},
    {"ими", "ие", "ий"},
    {"ами", "ы", "и", "а"},
    {"ых", "ые", "ый"},
    {"их", "ие", "ий"},
    {"ах", "и", "ы", "а"},
    {"ях", "и", "я"},
    {"ам", "ы", "и", "а"},
    {"ой", "а", "ая", "ий", "ый"},
    {"ей", "я", "ь", "ий"},
    {"ую", "ая", "ий", "ый"},
    {"ая", "ий", "ый"},
    {"ое", "ий", "ый"},
    {"ые", "ый", "ий"},
    {"ие", "ий"},
    {"ом", "", "о", "ий", "ый", "ое"},
    {"ем", "ь", "й", "ий", "ее", "е", ""},
    {"ым", "ый", "о", ""},
    {"им", "ий"},
    {"ью", "ь"},
    {"ов", "ы", "и"},
    {"а", ""},
    {"у", "", "а"},
    {"е", "", "а", "о", "й", "я", "ь"},
    {"ы", "а", ""},
    {"и", "ь", "я", "а", "й"},
    {"ю", "ь", "я", "й"},
    {"я", "ь", "й"},
  };

  private RussianEndings() {}

  /** The word itself, then what it may be a form of. */
  static List<String> nominatives(String folded) {
    var forms = new ArrayList<String>(12);
    forms.add(folded);
    for (String[] rule : RULES) {
      int stem = folded.length() - rule[0].length();
      if (stem >= SHORTEST_STEM && folded.endsWith(rule[0])) {
        for (int i = 1; i < rule.length; i++) {
          forms.add(folded.substring(0, stem).concat(rule[i]));
        }
      }
    }
    return forms;
  }
}

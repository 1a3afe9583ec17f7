package org.groundswell.nlp.places;

import java.util.ArrayList;
import java.util.List;
import org.groundswell.nlp.text.Folding;

/** What a word is, to the gazetteer and to the text alike: a run of letters, marks and digits. */
final class Words {

  private Words() {}

  static boolean isPart(char c) {
    return Character.isLetterOrDigit(c) || (c > 127 && Folding.fold(c) == Folding.NOTHING);
  }

  /** The folded words of a name. */
  static List<String> of(String name) {
    var words = new ArrayList<String>(4);
    int start = -1;
    for (int i = 0; i <= name.length(); i++) {
      boolean part = i < name.length() && isPart(name.charAt(i));
      if (part && start < 0) {
        start = i;
      } else if (!part && start >= 0) {
        addFolded(name.substring(start, i), words);
        start = -1;
      }
    }
    return words;
  }

  private static void addFolded(String word, List<String> words) {
    String folded = Folding.fold(word);
    if (!folded.isEmpty()) {
      words.add(folded);
    }
  }
}

package org.groundswell.nlp.timing;

import java.util.ArrayList;
import java.util.List;

/** Mends sentences that were cut within a date: after the dot of an ordinal, as in "12. Juni". */
final class Sentences {

  private Sentences() {}

  static List<String> whole(List<String> sentences) {
    var whole = new ArrayList<String>(sentences.size());
    for (String sentence : sentences) {
      if (!whole.isEmpty() && endsInOrdinal(whole.getLast())) {
        whole.add(whole.removeLast() + " " + sentence);
      } else {
        whole.add(sentence);
      }
    }
    return whole;
  }

  private static boolean endsInOrdinal(String sentence) {
    int dot = sentence.length() - 1;
    return dot > 0 && sentence.charAt(dot) == '.' && Character.isDigit(sentence.charAt(dot - 1));
  }
}

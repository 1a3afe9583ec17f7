package org.groundswell.nlp.timing;

import java.text.Normalizer;
import java.text.Normalizer.Form;

/**
 * Makes letters alike that posts mix up: lower case, no accents in Latin script, one form of alef,
 * yeh and teh marbuta in Arabic, е for ё in Russian.
 */
final class Letters {

  private static final String FROM = "ıøłđßñأإآٱىةؤئё";
  private static final String INTO = "iolds" + "nاااايهوىе";

  /** Up to the end of Arabic script; what lies beyond has no form of its own here. */
  private static final char[] FOLDED = table();

  private Letters() {}

  /** Returns the letter to compare by, also for what is no letter. */
  static char fold(char letter) {
    return letter < FOLDED.length ? FOLDED[letter] : Character.toLowerCase(letter);
  }

  /** Tells marks that are written over or between letters without being one. */
  static boolean isSilent(char letter) {
    return (letter >= '\u0300' && Character.getType(letter) == Character.NON_SPACING_MARK)
        || letter == '\u0640';
  }

  private static char[] table() {
    var folded = new char[0x0700];
    for (char letter = 0; letter < folded.length; letter++) {
      folded[letter] = bare(Character.toLowerCase(letter));
    }
    return folded;
  }

  private static char bare(char letter) {
    int listed = FROM.indexOf(letter);
    if (listed >= 0) {
      return INTO.charAt(listed);
    }
    return letter < '\u0250'
        ? Normalizer.normalize(String.valueOf(letter), Form.NFD).charAt(0)
        : letter;
  }
}

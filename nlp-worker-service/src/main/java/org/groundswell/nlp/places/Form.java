package org.groundswell.nlp.places;

import org.groundswell.nlp.text.LetterHash;

/**
 * One way to undo an inflection of a word: what is cut off before and after, what is put in its
 * place, and what the inflection tells.
 */
record Form(int cutBefore, String before, int cutAfter, String after, Sense sense) {

  /** What an ending or prefix says of the name that it is joined to. */
  enum Sense {
    /** Nothing. */
    PLAIN,
    /** Something is in, at or from the place: "Ankara'daki", "ببيروت". */
    IN,
    /** People or things of the place: "Ankaralı", "Berliner". */
    OF
  }

  /** The word as it is. */
  static final Form AS_IS = new Form(0, "", 0, "", Sense.PLAIN);

  boolean isAsIs() {
    return cutBefore == 0 && cutAfter == 0 && before.isEmpty() && after.isEmpty();
  }

  /** The hash of the form that {@code folded} goes back to, after what was hashed before. */
  long hash(long start, String folded) {
    long hash = LetterHash.extend(start, before);
    for (int i = cutBefore; i < folded.length() - cutAfter; i++) {
      hash = LetterHash.extend(hash, folded.charAt(i));
    }
    return LetterHash.extend(hash, after);
  }
}

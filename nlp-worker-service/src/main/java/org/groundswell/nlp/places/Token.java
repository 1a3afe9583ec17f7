package org.groundswell.nlp.places;

/**
 * A word of a text.
 *
 * @param start UTF-16 offset in the text
 * @param end offset after it
 * @param folded see {@link org.groundswell.nlp.text.Folding}
 * @param capital whether it begins with a capital
 * @param shouted whether it is nothing but capitals (and digits), two or more, or one letter
 * @param tag number of the hashtag that it is part of, or 0
 * @param gap what stands between it and the word before
 */
record Token(
    int start, int end, String folded, boolean capital, boolean shouted, int tag, Gap gap) {

  /** What separates two words; the strongest sign wins. */
  enum Gap {
    /** Nothing: two words of one hashtag. */
    NONE,
    APOSTROPHE,
    /** A space, a hyphen, the dot of an abbreviation. */
    LOOSE,
    COMMA,
    /** The end of a sentence, a line break, a bracket, a skipped link, the beginning. */
    BREAK
  }

  boolean isCyrillic() {
    return folded.charAt(0) >= '\u0400' && folded.charAt(0) <= '\u052F';
  }

  boolean isArabic() {
    return folded.charAt(0) >= '\u0600' && folded.charAt(0) <= '\u06FF';
  }
}

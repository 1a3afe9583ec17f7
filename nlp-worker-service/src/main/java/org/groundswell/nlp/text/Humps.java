package org.groundswell.nlp.text;

/** Finds where capitals and digits show a new word in letters that are run together. */
final class Humps {

  private Humps() {}

  /**
   * Tells whether a word begins at an index: {@code End|SARS|Now}, {@code Paro|24|Nov}.
   *
   * @param end where the run ends
   */
  static boolean isBetween(String text, int index, int end) {
    char before = text.charAt(index - 1);
    char c = text.charAt(index);
    if (Character.isDigit(c) != Character.isDigit(before)) {
      return true;
    }
    boolean upper = Character.isUpperCase(c);
    return (upper && isSmall(before))
        || (upper
            && Character.isUpperCase(before)
            && index + 1 < end
            && Character.isLowerCase(text.charAt(index + 1)));
  }

  private static boolean isSmall(char c) {
    return Character.isLowerCase(c) || Character.getType(c) == Character.NON_SPACING_MARK;
  }
}

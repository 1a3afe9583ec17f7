package org.groundswell.nlp.text;

import java.text.Normalizer;
import java.text.Normalizer.Form;

/**
 * Folds letters so that spellings of one name meet: case, accents, ё and е, the forms of alef. One
 * character becomes one character, or none, so that offsets survive.
 *
 * <p>The gazetteer's names are folded by this when it is built: a change here needs a new
 * gazetteer.
 */
public final class Folding {

  /** Stands for a character that vanishes, such as a combining accent. */
  public static final char NOTHING = '\uFFFF';

  /** What no decomposition yields; pairs of a letter and its fold. */
  private static final String BY_HAND =
      "ıiøođdłlßsæaœeþtðdħhŧtəeǝeƏeё" + "еىيةهٱاکكیيۀهەهʻ\uFFFFʼ\uFFFF";

  private static final char LAST_FOLDED = '\u1FFF';
  private static final char[] FOLDED = table();

  private Folding() {}

  /** Folds one character of a word. */
  public static char fold(char c) {
    return c <= LAST_FOLDED ? FOLDED[c] : Character.toLowerCase(c);
  }

  /** Folds a whole name; characters other than letters and digits stay as they are. */
  public static String fold(String name) {
    var folded = new StringBuilder(name.length());
    for (int i = 0; i < name.length(); i++) {
      char c = fold(name.charAt(i));
      if (c != NOTHING) {
        folded.append(c);
      }
    }
    return folded.toString();
  }

  private static char[] table() {
    var table = new char[LAST_FOLDED + 1];
    for (char c = 0; c <= LAST_FOLDED; c++) {
      table[c] = decomposed(c);
    }
    for (int i = 0; i < BY_HAND.length(); i += 2) {
      char letter = BY_HAND.charAt(i);
      table[letter] = BY_HAND.charAt(i + 1);
      table[Character.toUpperCase(letter)] = BY_HAND.charAt(i + 1);
    }
    table['I'] = 'i';
    table['й'] = 'й'; // a letter of its own, not an и with an accent
    table['Й'] = 'й';
    table['ـ'] = NOTHING; // tatweel only stretches
    return table;
  }

  private static char decomposed(char c) {
    if (isMark(c)) {
      return NOTHING;
    }
    String parts = Normalizer.normalize(String.valueOf(c), Form.NFD);
    return Character.toLowerCase(parts.charAt(0));
  }

  private static boolean isMark(char c) {
    int type = Character.getType(c);
    return type == Character.NON_SPACING_MARK || type == Character.ENCLOSING_MARK;
  }
}

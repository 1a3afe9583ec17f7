package org.groundswell.nlp.scoring;

import org.groundswell.nlp.text.Tokens;

/**
 * Looks past what Arabic writes together with the next word: the article {@code ال} and the small
 * words before it, {@code و ف ب ك ل}. Of folded letters.
 */
final class ArabicClitics {

  private static final int SHORTEST_REST = 3;
  private static final String CONJUNCTIONS = "وف";
  private static final String PREPOSITIONS = "بكل";

  private ArabicClitics() {}

  static boolean isArabic(char letter) {
    return letter >= '\u0600' && letter <= '\u06FF';
  }

  /** Returns where the word itself begins; at least three letters are left of it. */
  static int skip(Tokens tokens, int start, int end) {
    int at = start;
    if (isOneOf(CONJUNCTIONS, tokens, at, end)) {
      at++;
    }
    int preposition = isOneOf(PREPOSITIONS, tokens, at, end) ? at + 1 : at;
    if (isArticle(tokens, preposition, end)) {
      return preposition + 2;
    }
    if (isContractedArticle(tokens, at, end)) {
      return at + 2;
    }
    return end - at > SHORTEST_REST ? at : start;
  }

  private static boolean isOneOf(String letters, Tokens tokens, int at, int end) {
    return end - at > SHORTEST_REST && letters.indexOf(tokens.letter(at)) >= 0;
  }

  private static boolean isArticle(Tokens tokens, int at, int end) {
    return end - at >= SHORTEST_REST + 2
        && tokens.letter(at) == 'ا'
        && tokens.letter(at + 1) == 'ل';
  }

  /** {@code ل} and the article are written {@code لل}. */
  private static boolean isContractedArticle(Tokens tokens, int at, int end) {
    return end - at >= SHORTEST_REST + 2
        && tokens.letter(at) == 'ل'
        && tokens.letter(at + 1) == 'ل';
  }
}

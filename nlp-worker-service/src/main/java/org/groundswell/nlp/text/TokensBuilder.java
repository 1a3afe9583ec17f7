package org.groundswell.nlp.text;

import java.util.Arrays;
import org.groundswell.nlp.text.Tokens.Kind;

/** Collects letters and the ranges of them that are tokens. */
final class TokensBuilder {

  private static final int INITIAL_TOKENS = 32;

  private char[] letters;
  private int length;
  private int[] bounds = new int[2 * INITIAL_TOKENS];
  private Kind[] kinds = new Kind[INITIAL_TOKENS];
  private int size;

  TokensBuilder(int expectedLetters) {
    letters = new char[Math.max(16, expectedLetters)];
  }

  /** Begins a token at the next letter and returns its number. */
  int begin(Kind kind) {
    if (size == kinds.length) {
      kinds = Arrays.copyOf(kinds, 2 * size);
      bounds = Arrays.copyOf(bounds, 4 * size);
    }
    kinds[size] = kind;
    bounds[2 * size] = length;
    return size++;
  }

  /** Ends a token after the last letter; one without letters is forgotten if it is the last. */
  void end(int token) {
    bounds[2 * token + 1] = length;
    if (token == size - 1 && bounds[2 * token] == length) {
      size--;
    }
  }

  /** Adds a letter folded; a run of digits becomes one 0, so that numbers are all alike. */
  void addFolded(char c) {
    if (Character.isDigit(c)) {
      addDigit();
    } else {
      char folded = Folding.fold(c);
      if (folded != Folding.NOTHING) {
        add(folded);
      }
    }
  }

  private void addDigit() {
    boolean first = size == 0 || length == bounds[2 * (size - 1)];
    if (first || letters[length - 1] != '0') {
      add('0');
    }
  }

  void add(char letter) {
    if (length == letters.length) {
      letters = Arrays.copyOf(letters, 2 * length);
    }
    letters[length++] = letter;
  }

  Tokens build() {
    return new Tokens(
        Arrays.copyOf(letters, length),
        Arrays.copyOf(bounds, 2 * size),
        Arrays.copyOf(kinds, size));
  }
}

package org.groundswell.nlp.text;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The words, hashtags and emoji of a text in order, as runs of folded letters. Immutable, so safe
 * for use by many threads.
 *
 * <p>All letters lie in one array and a token is a range of it: the analysis hashes ranges of
 * letters and makes no strings. Folded means as by {@link Folding}: small letters without accents.
 * A hashtag is a token of its own kind over the same letters as its words, and stands before them.
 */
public final class Tokens {

  /** What a token is. */
  public enum Kind {
    /** Letters and digits, also with apostrophes between; within a hashtag too. */
    WORD,
    /** The words of a hashtag run together, without the {@code #}. */
    HASHTAG,
    /** An emoji or another pictograph, a flag; without modifiers of skin and presentation. */
    SYMBOL
  }

  private final char[] letters;
  private final int[] bounds;
  private final Kind[] kinds;

  Tokens(char[] letters, int[] bounds, Kind[] kinds) {
    this.letters = letters;
    this.bounds = bounds;
    this.kinds = kinds;
  }

  /** Returns how many there are. */
  public int size() {
    return kinds.length;
  }

  /** Returns what the token is. */
  public Kind kind(int token) {
    return kinds[token];
  }

  /** Returns the index of the token's first letter. */
  public int start(int token) {
    return bounds[2 * token];
  }

  /** Returns the index after the token's last letter. */
  public int end(int token) {
    return bounds[2 * token + 1];
  }

  /** Returns a letter by its index. */
  public char letter(int index) {
    return letters[index];
  }

  /**
   * Returns the hash of a range of letters, grown from another.
   *
   * @param hash see {@link LetterHash}
   */
  public long hash(long hash, int start, int end) {
    long extended = hash;
    for (int i = start; i < end; i++) {
      extended = LetterHash.extend(extended, letters[i]);
    }
    return extended;
  }

  /** Returns the letters of a range as a string, to be shown to people. */
  public String letters(int start, int end) {
    return new String(letters, start, end - start);
  }

  /** Returns all tokens as strings, hashtags with their {@code #}; slow. */
  public List<String> toStrings() {
    var strings = new ArrayList<String>(size());
    for (int token = 0; token < size(); token++) {
      String tag = kinds[token] == Kind.HASHTAG ? "#" : "";
      strings.add(tag + letters(start(token), end(token)));
    }
    return strings;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Tokens that
        && Arrays.equals(letters, that.letters)
        && Arrays.equals(bounds, that.bounds)
        && Arrays.equals(kinds, that.kinds);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(letters);
  }

  @Override
  public String toString() {
    return toStrings().toString();
  }
}

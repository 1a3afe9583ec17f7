package org.groundswell.nlp.text;

/**
 * Hashes runs of letters letter by letter, by FNV-1a over 64 bits (draft-eastlake-fnv), so that the
 * hash of a phrase grows from the hash of its beginning.
 *
 * <p>Names of places and features of posts are known by these hashes alone. With under 2^21 of them
 * a run of letters meets a stranger's hash once in 2^43. The gazetteer and the models hold them: a
 * change here needs them made anew.
 */
public final class LetterHash {

  /** The hash of no letters. */
  public static final long START = 0xcbf29ce484222325L;

  private static final long PRIME = 0x100000001b3L;

  private LetterHash() {}

  /** Returns the hash of what was hashed and a letter. */
  public static long extend(long hash, char letter) {
    return (hash ^ letter) * PRIME;
  }

  /** Returns the hash of what was hashed and some letters. */
  public static long extend(long hash, CharSequence letters) {
    long extended = hash;
    for (int i = 0; i < letters.length(); i++) {
      extended = extend(extended, letters.charAt(i));
    }
    return extended;
  }

  /** Returns the hash of what was hashed and something else that was, as a whole. */
  public static long extend(long hash, long other) {
    return ((hash ^ other) + (other >>> 31)) * PRIME;
  }

  /** Returns the hash of some letters. */
  public static long of(CharSequence letters) {
    return extend(START, letters);
  }
}

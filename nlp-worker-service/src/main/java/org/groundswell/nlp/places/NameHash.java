package org.groundswell.nlp.places;

/**
 * FNV-1a over 64 bits, extended letter by letter, so that the hash of a phrase grows from the hash
 * of its beginning. Spaces are left out: "port harcourt" and "portharcourt" are one key.
 *
 * <p>Names are compared by hash alone. With under 2^21 names a word of a post meets a stranger's
 * hash once in 2^43.
 */
final class NameHash {

  static final long START = 0xcbf29ce484222325L;
  private static final long PRIME = 0x100000001b3L;

  private NameHash() {}

  static long extend(long hash, char folded) {
    return (hash ^ folded) * PRIME;
  }

  static long extend(long hash, CharSequence folded) {
    for (int i = 0; i < folded.length(); i++) {
      hash = extend(hash, folded.charAt(i));
    }
    return hash;
  }

  static long of(CharSequence folded) {
    return extend(START, folded);
  }
}

package org.groundswell.nlp.scoring;

/**
 * Hashes runs of letters letter by letter, by FNV-1a over 64 bits (draft-eastlake-fnv). Features
 * are known by these hashes alone: with under 2^19 of them in a model, one of a post meets a
 * stranger's once in 2^45.
 */
final class FeatureHash {

  static final long START = 0xcbf29ce484222325L;
  private static final long PRIME = 0x100000001b3L;

  private FeatureHash() {}

  static long extend(long hash, char letter) {
    return (hash ^ letter) * PRIME;
  }

  static long extend(long hash, long other) {
    return ((hash ^ other) + (other >>> 31)) * PRIME;
  }

  static long of(String letters) {
    long hash = START;
    for (int i = 0; i < letters.length(); i++) {
      hash = extend(hash, letters.charAt(i));
    }
    return hash;
  }
}

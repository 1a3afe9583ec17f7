package org.groundswell.nlp.pipeline;

import java.util.HexFormat;
import org.groundswell.nlp.text.Tokens;
import org.groundswell.nlp.text.Tokens.Kind;

/**
 * A signature of 64 bits by which near-copies of a text are known: the fewer bits two of them
 * differ in, the more alike are the texts.
 *
 * <p>SimHash (M. Charikar, "Similarity Estimation Techniques from Rounding Algorithms", STOC 2002)
 * over words and pairs of neighbouring words, folded. Links, accounts, numbers, punctuation and
 * case make no difference. Texts of a few words say little: one word more changes many bits.
 */
final class Signature {

  private static final long PRIME = 0x100000001b3L;
  private static final long START = 0xcbf29ce484222325L;

  private final int[] votes = new int[Long.SIZE];

  private Signature() {}

  /** Returns the signature as 16 hexadecimal digits; all zero for a text without words. */
  static String of(Tokens tokens) {
    var signature = new Signature();
    long before = START;
    for (int token = 0; token < tokens.size(); token++) {
      if (tokens.kind(token) != Kind.HASHTAG) {
        long word = hash(tokens, tokens.start(token), tokens.end(token));
        signature.vote(mixed(word));
        signature.vote(mixed(before * PRIME ^ word));
        before = word;
      }
    }
    return HexFormat.of().toHexDigits(signature.bits());
  }

  private static long hash(Tokens tokens, int start, int end) {
    long hash = START;
    for (int i = start; i < end; i++) {
      hash = (hash ^ tokens.letter(i)) * PRIME;
    }
    return hash;
  }

  /** Spreads a hash over all bits (the finalizer of SplitMix64). */
  private static long mixed(long hash) {
    long mixed = (hash ^ (hash >>> 30)) * 0xbf58476d1ce4e5b9L;
    mixed = (mixed ^ (mixed >>> 27)) * 0x94d049bb133111ebL;
    return mixed ^ (mixed >>> 31);
  }

  private void vote(long hash) {
    for (int bit = 0; bit < Long.SIZE; bit++) {
      votes[bit] += (int) ((hash >>> bit) & 1) * 2 - 1;
    }
  }

  private long bits() {
    long bits = 0;
    for (int bit = 0; bit < Long.SIZE; bit++) {
      bits |= votes[bit] > 0 ? 1L << bit : 0;
    }
    return bits;
  }
}

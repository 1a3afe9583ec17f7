package org.groundswell.nlp.pipeline;

import java.util.HexFormat;
import org.groundswell.nlp.text.LetterHash;
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

  private final int[] votes = new int[Long.SIZE];

  private Signature() {}

  /** Returns the signature as 16 hexadecimal digits; all zero for a text without words. */
  static String of(Tokens tokens) {
    var signature = new Signature();
    long before = LetterHash.START;
    for (int token = 0; token < tokens.size(); token++) {
      if (tokens.kind(token) != Kind.HASHTAG) {
        long word = tokens.hash(LetterHash.START, tokens.start(token), tokens.end(token));
        signature.vote(mixed(word));
        signature.vote(mixed(LetterHash.extend(before, word)));
        before = word;
      }
    }
    return HexFormat.of().toHexDigits(signature.bits());
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

package org.groundswell.nlp.pipeline;

import org.groundswell.nlp.text.Mentions;

/** Cuts the start of a post for people to read. */
final class Excerpt {

  static final int MAX_LENGTH = 280;

  private Excerpt() {}

  /** Returns at most {@value #MAX_LENGTH} UTF-16 units, no code point cut in two. */
  static String of(String original) {
    String masked = Mentions.mask(original);
    if (masked.length() <= MAX_LENGTH) {
      return masked;
    }
    boolean cutsPair = Character.isHighSurrogate(masked.charAt(MAX_LENGTH - 1));
    return masked.substring(0, cutsPair ? MAX_LENGTH - 1 : MAX_LENGTH);
  }
}

package org.groundswell.nlp.text;

import java.util.List;

/**
 * The text of a post, made ready for analysis.
 *
 * @param original as it came; offsets into a post are always offsets into this
 * @param clean in NFC, without entities, links, mentions and the prefix of a repost; hashtags split
 *     into words, elongations cut to two letters, case kept, lines kept; empty when nothing is left
 * @param sentences {@code clean} cut into sentences, in order
 * @param tokens words, numbers, punctuation marks and emoji of {@code clean} in order; each hashtag
 *     stands once more as it was written, with its {@code #}, before its words
 * @param repost true when the text begins with the prefix of a repeated post, {@code RT @user:}
 */
public record PostText(
    String original, String clean, List<String> sentences, List<String> tokens, boolean repost) {

  /** Copies the lists. */
  public PostText {
    sentences = List.copyOf(sentences);
    tokens = List.copyOf(tokens);
  }
}

package org.groundswell.nlp.text;

/**
 * The text of a post, made ready for analysis.
 *
 * @param original as it came; offsets into a post are always offsets into this
 * @param clean in NFC, letters of mathematics and of full width as plain ones, without entities,
 *     links, mentions and the prefix of a repost; hashtags split into words, elongations cut to two
 *     letters, case kept, lines kept; empty when nothing is left
 * @param tokens words, hashtags and emoji of {@code clean}
 * @param repost true when the text begins with the prefix of a repeated post, {@code RT @user:}
 */
public record PostText(String original, String clean, Tokens tokens, boolean repost) {}

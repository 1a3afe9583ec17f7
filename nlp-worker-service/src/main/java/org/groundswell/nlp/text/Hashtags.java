package org.groundswell.nlp.text;

import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Finds hashtags and splits them into the words that capitals, digits and underscores show. */
final class Hashtags {

  static final Pattern HASHTAG =
      Pattern.compile("(?<![\\p{L}\\p{N}_&/])[#＃]([\\p{L}\\p{N}\\p{M}_]{1,100})");

  private static final Pattern BOUNDARY =
      Pattern.compile(
          "_+"
              + "|(?<=[\\p{Ll}\\p{M}])(?=\\p{Lu})"
              + "|(?<=\\p{Lu})(?=\\p{Lu}\\p{Ll})"
              + "|(?<=\\p{L})(?=\\p{N})"
              + "|(?<=\\p{N})(?=\\p{L})");

  private Hashtags() {}

  /** Replaces each hashtag by its words: {@code #EndSARSNow} by {@code End SARS Now}. */
  static String split(String text) {
    return HASHTAG.matcher(text).replaceAll(tag -> words(tag));
  }

  /** Returns the words of a match of {@link #HASHTAG}, with a space between. */
  static String words(MatchResult hashtag) {
    return BOUNDARY.matcher(hashtag.group(1)).replaceAll(" ").strip();
  }
}

package org.groundswell.nlp.text;

import java.util.regex.Pattern;

/** Finds the names of accounts in a text. */
public final class Mentions {

  /**
   * A name may hold dots and a host (Bluesky, Mastodon). Possessive, because Java else calls itself
   * for each part of a name, and a name of thousands of parts would overflow the stack.
   */
  static final String NAME = "[@＠][\\p{L}\\p{N}_]++(?:[.@-][\\p{L}\\p{N}_]++)*+";

  /** An address such as a@b.c is no mention. */
  private static final Pattern MENTION = Pattern.compile("(?<![\\p{L}\\p{N}_.])" + NAME);

  private Mentions() {}

  /** Replaces each mention by {@code @…}: who is spoken to is nobody's concern. */
  public static String mask(String text) {
    return MENTION.matcher(text).replaceAll("@…");
  }
}

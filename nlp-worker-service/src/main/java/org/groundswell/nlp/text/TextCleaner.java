package org.groundswell.nlp.text;

import java.text.Normalizer;
import java.text.Normalizer.Form;
import java.util.regex.Pattern;
import org.springframework.web.util.HtmlUtils;

/** Takes out of a text what is not language. */
final class TextCleaner {

  private static final Pattern REPOST = Pattern.compile("^\\s*RT\\s+@\\w+\\s*:?\\s*");
  private static final Pattern LINK =
      Pattern.compile("\\b(?:https?://|www\\.)\\S+", Pattern.CASE_INSENSITIVE);
  private static final Pattern ELONGATION = Pattern.compile("(\\p{L})\\1{2,}");

  /**
   * Invisible marks of direction and joining, control characters but line ends, lone surrogates.
   */
  private static final Pattern INVISIBLE =
      Pattern.compile(
          "[\\p{Cc}\\p{Cs}\\u00AD\\u200B\\u200E\\u200F\\u202A-\\u202E\\u2060-\\u2069\\uFEFF&&[^\\n\\t]]");

  private static final Pattern SPACES = Pattern.compile("[\\s\\p{Z}&&[^\\n]]+");
  private static final Pattern LINE_ENDS = Pattern.compile(" ?\\n[ \\n]*");

  private TextCleaner() {}

  static boolean isRepost(String original) {
    return REPOST.matcher(original).lookingAt();
  }

  /** Returns the text with hashtags still in it. */
  static String clean(String original) {
    String text = original.indexOf('&') < 0 ? original : HtmlUtils.htmlUnescape(original);
    text = Normalizer.normalize(text, Form.NFC).replace("\r\n", "\n").replace('\r', '\n');
    text = INVISIBLE.matcher(text).replaceAll("");
    text = REPOST.matcher(text).replaceFirst("");
    text = LINK.matcher(text).replaceAll(" ");
    text = Mentions.MENTION.matcher(text).replaceAll(" ");
    text = ELONGATION.matcher(text).replaceAll("$1$1");
    text = SPACES.matcher(text).replaceAll(" ");
    return LINE_ENDS.matcher(text).replaceAll("\n").strip();
  }
}

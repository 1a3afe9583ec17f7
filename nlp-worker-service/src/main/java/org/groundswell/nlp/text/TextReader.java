package org.groundswell.nlp.text;

import java.text.Normalizer;
import java.text.Normalizer.Form;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;
import org.springframework.web.util.HtmlUtils;

/** Reads the text of a post. Thread-safe. */
@Component
public class TextReader {

  private static final Pattern REPOST =
      Pattern.compile("\\s*RT\\s+" + Mentions.NAME + "\\s*:?\\s*");

  /** Letters of mathematics, which people write in for their looks, and those of full width. */
  private static final Pattern DRESSED_LETTERS =
      Pattern.compile("[\\x{1D400}-\\x{1D7FF}\\uFF10-\\uFF19\\uFF21-\\uFF3A\\uFF41-\\uFF5A]+");

  /** Below it no character combines with others, hence NFC holds already. */
  private static final char FIRST_COMBINING = '\u0300';

  private static final char FIRST_HALF_OF_MATHEMATICS = '\uD835';

  /** As many as the Stream-Safe Text Format of Unicode's UAX #15 allows; no language needs ten. */
  private static final int MOST_MARKS = 30;

  private final Sentences sentences = new Sentences();

  /**
   * Makes a text ready for analysis.
   *
   * @param original any text, also an empty one
   */
  public PostText read(String original) {
    String text = original.indexOf('&') < 0 ? original : HtmlUtils.htmlUnescape(original);
    text = composed(text);
    int prefix = repostPrefix(text);
    return PostScanner.scan(original, prefix == 0 ? text : text.substring(prefix), prefix > 0);
  }

  /**
   * Cuts a text into sentences, in order; a line end always ends one. Much dearer than {@link
   * #read}.
   *
   * @param language ISO 639-1; in one that no model is published for, English is followed
   */
  public List<String> sentences(PostText text, String language) {
    return sentences.of(text.clean(), language);
  }

  private static String composed(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) >= FIRST_COMBINING) {
        String plain = withPlainLetters(text);
        return Normalizer.isNormalized(plain, Form.NFC)
            ? plain
            : Normalizer.normalize(withFewMarks(plain), Form.NFC);
      }
    }
    return text;
  }

  private static String withPlainLetters(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == FIRST_HALF_OF_MATHEMATICS || (c >= '０' && c <= 'ｚ')) {
        return DRESSED_LETTERS
            .matcher(text)
            .replaceAll(dressed -> Normalizer.normalize(dressed.group(), Form.NFKC));
      }
    }
    return text;
  }

  /**
   * Drops what is heaped upon a letter past {@value #MOST_MARKS} marks: to put them in order takes
   * time by the square of their number.
   */
  private static String withFewMarks(String text) {
    var few = new StringBuilder(text.length());
    int marks = 0;
    for (int i = 0; i < text.length(); i++) {
      marks = Character.getType(text.charAt(i)) == Character.NON_SPACING_MARK ? marks + 1 : 0;
      if (marks <= MOST_MARKS) {
        few.append(text.charAt(i));
      }
    }
    return few.toString();
  }

  /** Returns the length of {@code RT @user:} with the blanks around it, 0 when there is none. */
  private static int repostPrefix(String text) {
    int first = 0;
    while (first < text.length() && Character.isWhitespace(text.charAt(first))) {
      first++;
    }
    if (!text.startsWith("RT", first)) {
      return 0;
    }
    Matcher repost = REPOST.matcher(text);
    return repost.lookingAt() ? repost.end() : 0;
  }
}

package org.groundswell.nlp.places;

import java.util.ArrayList;
import java.util.List;
import org.groundswell.nlp.places.Token.Gap;
import org.groundswell.nlp.text.Folding;

/**
 * Cuts a text into words, with offsets into the text as it is. Hashtags are cut where capitals,
 * digits and underscores show words; links and the names of accounts are left out.
 */
final class TextScanner {

  /** Longer texts are read up to here; no post is longer. */
  private static final int MOST_CHARS = 10_000;

  private static final String APOSTROPHES = "'’‘`";
  private static final String LOOSE = " -&#\u00A0\u2010\u2011";

  private final String text;
  private final int length;
  private final List<Token> tokens = new ArrayList<>();
  private int at;
  private int tags;
  private Gap gap = Gap.BREAK;

  private TextScanner(String text) {
    this.text = text;
    this.length = Math.min(text.length(), MOST_CHARS);
  }

  static List<Token> scan(String text) {
    var scanner = new TextScanner(text);
    while (scanner.at < scanner.length) {
      scanner.step();
    }
    return scanner.tokens;
  }

  private void step() {
    char c = text.charAt(at);
    if (isAccount(c) || isLink(c)) {
      skipToBlank();
    } else if (isHashtag(c)) {
      at++;
      readHashtag();
    } else if (Words.isPart(c)) {
      readWord();
    } else {
      widen(gapOf(c));
      at++;
    }
  }

  private boolean isAccount(char c) {
    return (c == '@' || c == '＠') && !followsWord() && at + 1 < length && isTagPart(at + 1);
  }

  private boolean isLink(char c) {
    return (c == 'h' || c == 'H' || c == 'w' || c == 'W')
        && !followsWord()
        && (startsWith("http://") || startsWith("https://") || startsWith("www."));
  }

  private boolean isHashtag(char c) {
    return (c == '#' || c == '＃') && at + 1 < length && isTagPart(at + 1);
  }

  private boolean startsWith(String prefix) {
    return text.regionMatches(true, at, prefix, 0, prefix.length());
  }

  private boolean followsWord() {
    return at > 0 && Words.isPart(text.charAt(at - 1));
  }

  private boolean isTagPart(int position) {
    return text.charAt(position) == '_' || Words.isPart(text.charAt(position));
  }

  private void skipToBlank() {
    while (at < length && !Character.isWhitespace(text.charAt(at))) {
      at++;
    }
    gap = Gap.BREAK;
  }

  private void readWord() {
    int start = at;
    while (at < length && Words.isPart(text.charAt(at))) {
      at++;
    }
    add(start, at, 0);
  }

  private void readHashtag() {
    tags++;
    int start = at;
    for (; at < length && isTagPart(at); at++) {
      if (at > start && isTagBoundary(at)) {
        add(start, at, tags);
        start = at;
      }
      if (text.charAt(at) == '_') {
        start = at + 1;
      }
    }
    add(start, at, tags);
  }

  private boolean isTagBoundary(int position) {
    char before = text.charAt(position - 1);
    char c = text.charAt(position);
    boolean newWord = Character.isUpperCase(c) && !Character.isUpperCase(before);
    boolean lastOfCapitals =
        Character.isUpperCase(before)
            && Character.isUpperCase(c)
            && position + 1 < length
            && Character.isLowerCase(text.charAt(position + 1));
    return newWord
        || lastOfCapitals
        || c == '_'
        || Character.isDigit(c) != Character.isDigit(before);
  }

  private void add(int start, int end, int tag) {
    if (start >= end) {
      return;
    }
    String folded = Folding.fold(text.substring(start, end));
    if (!folded.isEmpty()) {
      boolean capital = Character.isUpperCase(text.charAt(start));
      boolean shouted = isShouted(start, end);
      tokens.add(new Token(start, end, folded, capital, shouted, tag, gap));
      gap = Gap.NONE;
    }
  }

  private boolean isShouted(int start, int end) {
    for (int i = start; i < end; i++) {
      if (Character.isLowerCase(text.charAt(i))) {
        return false;
      }
    }
    return Character.isUpperCase(text.charAt(start));
  }

  private void widen(Gap wider) {
    gap = gap.compareTo(wider) < 0 ? wider : gap;
  }

  private Gap gapOf(char c) {
    if (c == ',' || c == '،') {
      return Gap.COMMA;
    }
    if (c == '.') {
      return isAbbreviationDot() ? Gap.LOOSE : Gap.BREAK;
    }
    if (APOSTROPHES.indexOf(c) >= 0) {
      return Gap.APOSTROPHE;
    }
    return LOOSE.indexOf(c) >= 0 ? Gap.LOOSE : Gap.BREAK;
  }

  /** After one letter, or a short word such as St. before a capital; not at the end of a line. */
  private boolean isAbbreviationDot() {
    int word = at;
    while (word > 0 && Words.isPart(text.charAt(word - 1))) {
      word--;
    }
    return at - word == 1 || (at - word == 2 && Character.isUpperCase(text.charAt(word)));
  }
}

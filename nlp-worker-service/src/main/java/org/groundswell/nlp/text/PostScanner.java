package org.groundswell.nlp.text;

import org.groundswell.nlp.text.Tokens.Kind;

/**
 * Cleans a text and cuts it into tokens in one pass over its characters.
 *
 * <p>Words are what OpenNLP's {@code SimpleTokenizer} takes for words, runs of letters; unlike it,
 * digits that touch letters belong to the word, and links, the names of accounts, hashtags and
 * emoji are known for what they are.
 */
final class PostScanner {

  /** Longer runs are no hashtags: no platform makes links of them. */
  private static final int LONGEST_HASHTAG = 100;

  private static final char JOINER = '\u200D';
  private static final char EMOJI_STYLE = '\uFE0F';

  private final String text;
  private final StringBuilder clean;
  private final TokensBuilder tokens;
  private int at;
  private boolean spaceDue;
  private boolean lineDue;

  private PostScanner(String text) {
    this.text = text;
    this.clean = new StringBuilder(text.length());
    this.tokens = new TokensBuilder(text.length());
  }

  /**
   * Reads a text.
   *
   * @param original the text as it came, which the result carries along
   * @param text in NFC, without entities and the prefix of a repost
   */
  static PostText scan(String original, String text, boolean repost) {
    var scanner = new PostScanner(text);
    while (scanner.at < text.length()) {
      scanner.step();
    }
    return new PostText(original, scanner.clean.toString(), scanner.tokens.build(), repost);
  }

  private void step() {
    char c = text.charAt(at);
    if (isAsciiLetter(c)) {
      wordOrLink(c);
    } else if (c == '\n' || c == '\r') {
      lineDue = true;
      at++;
    } else if (c == ' ' || Character.isWhitespace(c) || Character.isSpaceChar(c)) {
      spaceDue = true;
      at++;
    } else if (Character.isSurrogate(c)) {
      pair();
    } else if (Character.isLetterOrDigit(c)) {
      word();
    } else {
      mark(c);
    }
  }

  private void wordOrLink(char c) {
    boolean mayBeLink = c == 'h' || c == 'H' || c == 'w' || c == 'W';
    if (mayBeLink && isLink() && !followsTagPart()) {
      skipToBlank();
    } else {
      word();
    }
  }

  private boolean isLink() {
    return startsWith("http://") || startsWith("https://") || startsWith("www.");
  }

  private boolean startsWith(String prefix) {
    return text.regionMatches(true, at, prefix, 0, prefix.length());
  }

  private void skipToBlank() {
    while (at < text.length() && !Character.isWhitespace(text.charAt(at))) {
      at++;
    }
    spaceDue = true;
  }

  private void word() {
    int token = tokens.begin(Kind.WORD);
    do {
      emitLetter(text.charAt(at++));
    } while (at < text.length() && isWordPart(text.charAt(at)));
    tokens.end(token);
  }

  /** Three of one letter or more are two: "nooooo" and "nooo" are one word. */
  private void emitLetter(char c) {
    int length = clean.length();
    boolean third =
        !spaceDue
            && !lineDue
            && length >= 2
            && clean.charAt(length - 1) == c
            && clean.charAt(length - 2) == c
            && Character.isLetter(c);
    if (!third && !isInvisible(c)) {
      emit(c);
      tokens.addFolded(c);
    }
  }

  private void mark(char c) {
    if ((c == '@' || c == '＠') && isMention()) {
      skipMention();
    } else if ((c == '#' || c == '＃') && isHashtag()) {
      hashtag();
    } else if (Character.isExtendedPictographic(c)) {
      symbol(c);
    } else {
      if (!isInvisible(c)) {
        emit(c);
      }
      at++;
    }
  }

  private boolean isMention() {
    return !followsTagPart() && !follows('.') && isTagPart(at + 1);
  }

  /** A name may hold dots and a host (Bluesky, Mastodon), as {@link Mentions} has it. */
  private void skipMention() {
    at++;
    while (isTagPart(at) || (isJoint(at) && isTagPart(at + 1))) {
      at++;
    }
    spaceDue = true;
  }

  private boolean isJoint(int index) {
    return index < text.length() && ".@-".indexOf(text.charAt(index)) >= 0;
  }

  private boolean isHashtag() {
    return !followsTagPart() && !follows('&') && !follows('/') && isTagPart(at + 1);
  }

  private void hashtag() {
    int last = ++at;
    while (isTagPart(last) && last - at < LONGEST_HASHTAG) {
      last++;
    }
    int tag = tokens.begin(Kind.HASHTAG);
    while (at < last) {
      hashtagWord(last);
    }
    tokens.end(tag);
  }

  private void hashtagWord(int last) {
    if (text.charAt(at) == '_') {
      spaceDue = true;
      at++;
      return;
    }
    int token = tokens.begin(Kind.WORD);
    do {
      emitLetter(text.charAt(at++));
    } while (at < last && text.charAt(at) != '_' && !Humps.isBetween(text, at, last));
    tokens.end(token);
    spaceDue |= at < last;
  }

  private void pair() {
    int codePoint = text.codePointAt(at);
    if (Character.isLetterOrDigit(codePoint)) {
      int token = tokens.begin(Kind.WORD);
      emitRaw(codePoint);
      tokens.end(token);
    } else if (isRegionalIndicator(codePoint) || Character.isExtendedPictographic(codePoint)) {
      symbol(codePoint);
    } else if (Character.isSupplementaryCodePoint(codePoint)) {
      emit(codePoint);
      at += 2;
    } else {
      at++; // half of a pair alone is no character
    }
  }

  /** One emoji, however many code points it is made of; two letters of a flag. */
  private void symbol(int first) {
    int token = tokens.begin(Kind.SYMBOL);
    emitRaw(first);
    if (isRegionalIndicator(first)
        && at < text.length()
        && isRegionalIndicator(text.codePointAt(at))) {
      emitRaw(text.codePointAt(at));
    }
    while (at < text.length() && symbolGoesOn(text.codePointAt(at))) {}
    tokens.end(token);
  }

  private boolean symbolGoesOn(int codePoint) {
    boolean modifies = codePoint == EMOJI_STYLE || isSkinTone(codePoint);
    boolean joins = codePoint == JOINER && at + 1 < text.length();
    if (joins || modifies) {
      emit(codePoint);
      at += Character.charCount(codePoint);
    }
    if (joins && Character.isExtendedPictographic(text.codePointAt(at))) {
      emitRaw(text.codePointAt(at));
    }
    return joins || modifies;
  }

  private void emitRaw(int codePoint) {
    emit(codePoint);
    if (Character.isBmpCodePoint(codePoint)) {
      tokens.add((char) codePoint);
    } else {
      tokens.add(Character.highSurrogate(codePoint));
      tokens.add(Character.lowSurrogate(codePoint));
    }
    at += Character.charCount(codePoint);
  }

  private void emit(int codePoint) {
    if (lineDue && !clean.isEmpty()) {
      clean.append('\n');
    } else if (spaceDue && !clean.isEmpty()) {
      clean.append(' ');
    }
    spaceDue = false;
    lineDue = false;
    clean.appendCodePoint(codePoint);
  }

  /** Marks of direction stand between nothing: apps put them around the names of accounts. */
  private boolean followsTagPart() {
    return at > 0 && isTagPart(at - 1) && !isInvisible(text.charAt(at - 1));
  }

  private boolean follows(char c) {
    return at > 0 && text.charAt(at - 1) == c;
  }

  private boolean isTagPart(int index) {
    return index < text.length() && (text.charAt(index) == '_' || isWordPart(text.charAt(index)));
  }

  private static boolean isAsciiLetter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
  }

  private static boolean isWordPart(char c) {
    return c < 0x80
        ? isAsciiLetter(c) || (c >= '0' && c <= '9')
        : Character.isLetterOrDigit(c) || isJoinedMark(c);
  }

  /** Accents, vowel signs, and what is invisible within a word of Arabic or Persian. */
  private static boolean isJoinedMark(char c) {
    int type = Character.getType(c);
    return (type == Character.NON_SPACING_MARK && c != EMOJI_STYLE)
        || type == Character.COMBINING_SPACING_MARK
        || (isInvisible(c) && c != JOINER && c != '\n' && c != '\t' && c != '\r');
  }

  /** Marks of direction and joining, control characters. */
  private static boolean isInvisible(char c) {
    return c < 0x80 ? c < ' ' || c == 0x7F : isInvisibleBeyondAscii(c);
  }

  private static boolean isInvisibleBeyondAscii(char c) {
    return c < 0xA0
        || c == '\u00AD'
        || c == '\u200B'
        || c == '\u200E'
        || c == '\u200F'
        || (c >= '\u202A' && c <= '\u202E')
        || (c >= '\u2060' && c <= '\u2069')
        || c == '\uFEFF';
  }

  private static boolean isRegionalIndicator(int codePoint) {
    return codePoint >= 0x1F1E6 && codePoint <= 0x1F1FF;
  }

  private static boolean isSkinTone(int codePoint) {
    return codePoint >= 0x1F3FB && codePoint <= 0x1F3FF;
  }
}

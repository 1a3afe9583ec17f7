package org.groundswell.nlp.timing;

import java.util.Arrays;
import org.groundswell.nlp.text.Folding;

/**
 * A sentence as the words, numbers and marks that names of times are made of, folded by {@link
 * Folding}, with one space between. An apostrophe and what is neither letter, digit nor mark only
 * divide. A number ends where letters begin: {@code 5pm} is two words.
 */
final class Words {

  private static final String MARKS = ".,:/-()!?";
  private static final int LONGEST_NUMBER = 9;

  private final String source;
  private final char[] text;
  private int length;
  private int[] starts = new int[32];
  private int[] origins = new int[32];
  private int count;

  Words(String sentence) {
    source = sentence;
    text = new char[2 * sentence.length() + 1];
    int at = 0;
    while (at < sentence.length()) {
      at = next(at);
    }
  }

  int count() {
    return count;
  }

  /** Returns where a word starts in the folded text; for {@link #count()} its end plus one. */
  int start(int word) {
    return word < count ? starts[word] : length + 1;
  }

  /** Returns the length of the folded text. */
  int length() {
    return length;
  }

  char at(int offset) {
    return text[offset];
  }

  boolean endsAt(int offset) {
    return offset == length || text[offset] == ' ';
  }

  /** Returns where the word that holds an offset ends. */
  int end(int offset) {
    int end = offset;
    while (!endsAt(end)) {
      end++;
    }
    return end;
  }

  /** Returns the word that starts at an offset or, past the last word, their count. */
  int wordAt(int start) {
    int found = Arrays.binarySearch(starts, 0, count, start);
    return found >= 0 ? found : count;
  }

  boolean isNumber(int word) {
    return isDigit(text[starts[word]]);
  }

  boolean isMark(int word) {
    return MARKS.indexOf(text[starts[word]]) >= 0;
  }

  /** Tells whether the post writes the word with a capital. */
  boolean isCapital(int word) {
    return Character.isUpperCase(source.charAt(origins[word]));
  }

  int digits(int word) {
    return start(word + 1) - 1 - starts[word];
  }

  /** Returns a number's value; -1 for one that is too long to belong to a time. */
  int value(int word) {
    if (digits(word) > LONGEST_NUMBER) {
      return -1;
    }
    int value = 0;
    for (int at = starts[word]; !endsAt(at); at++) {
      value = 10 * value + text[at] - '0';
    }
    return value;
  }

  /** Returns the folded sentence. */
  @Override
  public String toString() {
    return new String(text, 0, length);
  }

  private int next(int at) {
    char letter = source.charAt(at);
    if (Character.isDigit(letter)) {
      begin(at);
      return number(at);
    }
    if (isLetter(letter)) {
      begin(at);
      return word(at);
    }
    if (MARKS.indexOf(letter) >= 0) {
      begin(at);
      text[length++] = letter;
    }
    return at + 1;
  }

  private void begin(int origin) {
    if (count > 0) {
      text[length++] = ' ';
    }
    if (count == starts.length) {
      starts = Arrays.copyOf(starts, 2 * count);
      origins = Arrays.copyOf(origins, 2 * count);
    }
    starts[count] = length;
    origins[count++] = origin;
  }

  private int word(int from) {
    int at = from;
    for (; at < source.length(); at++) {
      char letter = source.charAt(at);
      if (isLetter(letter)) {
        text[length++] = Folding.fold(letter);
      } else if (Folding.fold(letter) != Folding.NOTHING) {
        break;
      }
    }
    return at;
  }

  private int number(int from) {
    int at = from;
    for (; at < source.length(); at++) {
      char letter = source.charAt(at);
      if (Character.isDigit(letter)) {
        text[length++] = (char) ('0' + Character.digit(letter, 10));
      } else if (!groups(at)) {
        break;
      }
    }
    return at;
  }

  /** Tells a mark between thousands: 10,000 or 10.000. */
  private boolean groups(int at) {
    char mark = source.charAt(at);
    return (mark == ',' || mark == '.') && areDigits(at + 1, at + 4) && !areDigits(at + 4, at + 5);
  }

  private boolean areDigits(int from, int to) {
    if (to > source.length()) {
      return false;
    }
    for (int at = from; at < to; at++) {
      if (!Character.isDigit(source.charAt(at))) {
        return false;
      }
    }
    return true;
  }

  private static boolean isLetter(char letter) {
    return Character.isLetter(letter) && Folding.fold(letter) != Folding.NOTHING;
  }

  private static boolean isDigit(char letter) {
    return letter >= '0' && letter <= '9';
  }
}

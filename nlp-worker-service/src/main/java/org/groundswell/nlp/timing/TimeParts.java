package org.groundswell.nlp.timing;

import java.util.ArrayList;
import java.util.List;
import org.groundswell.nlp.timing.Meaning.Kind;
import org.jspecify.annotations.Nullable;

/**
 * A sentence as numbers, marks, words that name times, and other words. Places before the first and
 * after the last part hold nothing.
 */
final class TimeParts {

  private static final int NOTHING = -1;

  /**
   * @param value of a number; else -1
   * @param digits of a number; else 0
   * @param mark else 0
   */
  private record Part(int value, int digits, char mark, List<Meaning> meanings) {}

  private static final Part OTHER = new Part(NOTHING, 0, '\0', List.of());
  private final List<Part> parts = new ArrayList<>();
  private boolean telling;

  void add(List<Meaning> meanings) {
    telling = true;
    parts.add(new Part(NOTHING, 0, '\0', meanings));
  }

  /** Adds a number, a mark or another word. */
  void add(Words words, int word) {
    if (words.isNumber(word)) {
      telling = true;
      parts.add(new Part(words.value(word), words.digits(word), '\0', List.of()));
    } else if (words.isMark(word)) {
      parts.add(new Part(NOTHING, 0, words.at(words.start(word)), List.of()));
    } else {
      parts.add(OTHER);
    }
  }

  int count() {
    return parts.size();
  }

  /** Tells whether there is any number or name at all. */
  boolean isTelling() {
    return telling;
  }

  boolean has(int place, Kind kind) {
    return value(place, kind) != TimeWords.NONE;
  }

  /** Returns the value of the first meaning of a kind; {@link TimeWords#NONE} without one. */
  int value(int place, Kind kind) {
    return TimeWords.value(meanings(place), kind);
  }

  /** Returns the part of the day that a word of this kind names; null without one. */
  @Nullable DayPart dayPart(int place, Kind kind) {
    for (Meaning meaning : meanings(place)) {
      if (meaning.kind() == kind) {
        return meaning.part();
      }
    }
    return null;
  }

  /** Returns a number written in digits; -1 where there is none. */
  int number(int place) {
    return isInside(place) ? parts.get(place).value() : NOTHING;
  }

  /** Returns how many digits a number has; 0 where there is none. */
  int digits(int place) {
    return isInside(place) ? parts.get(place).digits() : 0;
  }

  boolean isMark(int place, char mark) {
    return isInside(place) && parts.get(place).mark() == mark;
  }

  /** Tells a word that names no time. */
  boolean isOther(int place) {
    return isInside(place) && parts.get(place).equals(OTHER);
  }

  private boolean isInside(int place) {
    return place >= 0 && place < parts.size();
  }

  private List<Meaning> meanings(int place) {
    return isInside(place) ? parts.get(place).meanings() : List.of();
  }
}

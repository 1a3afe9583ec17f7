package org.groundswell.nlp.places;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/** The names of the gazetteer while it is made, by their folded letters without spaces. */
final class NameIndex {

  static final int MOST_WORDS = 8;
  private static final int MOST_LETTERS = 60;
  private static final int MOST_PLACES = 40;

  /** What the index knows of one key; {@code places} holds ordinal << 3 | kind. */
  static final class Entry {
    int flags;
    int longest;
    int splits;
    final TreeSet<Integer> places = new TreeSet<>();

    /** The first so many, which are the largest; each with its best kind only. */
    List<Integer> kept() {
      var kept = new ArrayList<Integer>();
      int last = -1;
      for (int posting : places) {
        if (posting >>> 3 != last && kept.size() < MOST_PLACES) {
          kept.add(posting);
        }
        last = posting >>> 3;
      }
      return kept;
    }

    int head() {
      return splits << 24 | longest << 20 | flags << Gazetteer.COUNT_BITS | kept().size();
    }
  }

  private final TreeMap<String, Entry> entries = new TreeMap<>();

  Map<String, Entry> entries() {
    return entries;
  }

  void add(String name, int place, NameKind kind) {
    List<String> words = Words.of(name);
    if (isUsable(words)) {
      Entry entry = entry(words);
      entry.places.add(place << 3 | kind.ordinal());
    }
  }

  void flag(String phrase, int flag) {
    List<String> words = Words.of(phrase);
    if (isUsable(words)) {
      entry(words).flags |= flag;
    }
  }

  static String key(String name) {
    return String.join("", Words.of(name));
  }

  /** The name as the index sees it, with its spaces. */
  static String folded(String name) {
    return String.join(" ", Words.of(name));
  }

  /** The entry of a name, when there is one. */
  boolean contains(String name) {
    return entries.containsKey(key(name));
  }

  private Entry entry(List<String> words) {
    Entry first = entries.computeIfAbsent(words.getFirst(), _ -> new Entry());
    first.longest = Math.max(first.longest, words.size());
    Entry entry = entries.computeIfAbsent(String.join("", words), _ -> new Entry());
    entry.splits |= 1 << (words.size() - 1);
    return entry;
  }

  private static boolean isUsable(List<String> words) {
    int letters = words.stream().mapToInt(String::length).sum();
    return !words.isEmpty()
        && words.size() <= MOST_WORDS
        && letters >= 2
        && letters <= MOST_LETTERS
        && words.stream().anyMatch(word -> word.chars().anyMatch(Character::isLetter));
  }
}

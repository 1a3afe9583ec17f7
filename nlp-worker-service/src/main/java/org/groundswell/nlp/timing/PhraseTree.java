package org.groundswell.nlp.timing;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Phrases with their meanings, found letter by letter, so that a word that begins none costs two or
 * three steps. Thread-safe once all phrases are in.
 *
 * <p>In a phrase {@code stem*} is any word that so begins, {@code *ending} any that so ends, {@code
 * *} any word, {@code #} any number, and {@code ~} up to three words.
 */
final class PhraseTree {

  private static final int GAP = 3;

  private final Node root = new Node();

  /**
   * Adds a phrase.
   *
   * @param phrase folded words, with one space between
   * @param capital whether its first word counts only when it is written with a capital
   */
  void add(String phrase, boolean capital, Meaning meaning) {
    Node node = root;
    String[] words = phrase.split(" ", -1);
    for (int word = 0; word < words.length; word++) {
      node = word(node, words[word]);
      boolean spaced = word + 1 < words.length && !words[word].equals("~");
      node = spaced ? node.child(' ') : node;
    }
    node.meanings.add(meaning);
    node.capital |= capital;
  }

  /** Returns the longest phrase that starts where a word does; null when there is none. */
  @Nullable Match match(Words words, int start) {
    return walk(root, words, start, null);
  }

  /**
   * A phrase in a sentence.
   *
   * @param end offset of the end of its last word
   */
  record Match(int end, List<Meaning> meanings, boolean capital) {}

  private static Node word(Node from, String word) {
    if (word.equals("#")) {
      return from.number();
    }
    if (word.equals("~")) {
      return from.gap();
    }
    if (word.startsWith("*")) {
      return from.ending(word.substring(1));
    }
    boolean stem = word.endsWith("*");
    Node node = from;
    for (char letter : (stem ? word.substring(0, word.length() - 1) : word).toCharArray()) {
      node = node.child(letter);
    }
    return stem ? node.rest() : node;
  }

  private static @Nullable Match walk(Node from, Words words, int start, @Nullable Match best) {
    Match found = best;
    Node node = from;
    for (int at = start; ; at++) {
      found = node.longer(at, words, found);
      if (!node.isPlain()) {
        found = branch(node, words, at, found);
      }
      Node next = at < words.length() ? node.next(words.at(at)) : null;
      if (next == null) {
        return found;
      }
      node = next;
    }
  }

  private static @Nullable Match branch(Node node, Words words, int at, @Nullable Match best) {
    Match found = best;
    if (node.rest != null) {
      found = walk(node.rest, words, words.end(at), found);
    }
    if (at >= words.length()) {
      return found;
    }
    if (node.number != null && words.isNumber(words.wordAt(at))) {
      found = walk(node.number, words, words.end(at), found);
    }
    for (Ending ending : node.endings) {
      if (ending.fits(words, at)) {
        found = walk(ending.node, words, words.end(at), found);
      }
    }
    return node.gap == null ? found : skip(node.gap, words, at, found);
  }

  private static @Nullable Match skip(Node gap, Words words, int from, @Nullable Match best) {
    Match found = best;
    int at = from;
    for (int skipped = 0; skipped <= GAP && at < words.length(); skipped++) {
      found = walk(gap, words, at, found);
      at = words.end(at) + 1;
    }
    return found;
  }

  private record Ending(String letters, Node node) {

    boolean fits(Words words, int start) {
      int from = words.end(start) - letters.length();
      if (from < start) {
        return false;
      }
      for (int i = 0; i < letters.length(); i++) {
        if (words.at(from + i) != letters.charAt(i)) {
          return false;
        }
      }
      return true;
    }
  }

  private static final class Node {

    private final List<Meaning> meanings = new ArrayList<>(0);
    private final List<Ending> endings = new ArrayList<>(0);
    private boolean capital;
    private char[] letters = {};
    private Node[] children = {};
    private @Nullable Node rest;
    private @Nullable Node number;
    private @Nullable Node gap;

    boolean isPlain() {
      return rest == null && number == null && gap == null && endings.isEmpty();
    }

    @Nullable Node next(char letter) {
      int found = Arrays.binarySearch(letters, letter);
      return found < 0 ? null : children[found];
    }

    @Nullable Match longer(int at, Words words, @Nullable Match best) {
      boolean longer = !meanings.isEmpty() && words.endsAt(at) && (best == null || at > best.end);
      return longer ? new Match(at, meanings, capital) : best;
    }

    Node child(char letter) {
      int found = Arrays.binarySearch(letters, letter);
      return found < 0 ? insert(-found - 1, letter) : children[found];
    }

    Node ending(String letters) {
      for (Ending ending : endings) {
        if (ending.letters.equals(letters)) {
          return ending.node;
        }
      }
      var added = new Ending(letters, new Node());
      endings.add(added);
      return added.node;
    }

    Node rest() {
      rest = orNew(rest);
      return rest;
    }

    Node number() {
      number = orNew(number);
      return number;
    }

    Node gap() {
      gap = orNew(gap);
      return gap;
    }

    private static Node orNew(@Nullable Node node) {
      return node == null ? new Node() : node;
    }

    private Node insert(int place, char letter) {
      var grownLetters = Arrays.copyOf(letters, letters.length + 1);
      var grown = Arrays.copyOf(children, children.length + 1);
      System.arraycopy(letters, place, grownLetters, place + 1, letters.length - place);
      System.arraycopy(children, place, grown, place + 1, children.length - place);
      grownLetters[place] = letter;
      grown[place] = new Node();
      letters = grownLetters;
      children = grown;
      return grown[place];
    }
  }
}

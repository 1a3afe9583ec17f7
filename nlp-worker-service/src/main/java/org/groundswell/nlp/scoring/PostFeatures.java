package org.groundswell.nlp.scoring;

import org.groundswell.nlp.text.LetterHash;
import org.groundswell.nlp.text.Tokens;

/**
 * What the models see of a post: its words, their beginnings and the runs of five letters within
 * them, pairs of beginnings, emoji, and the beginnings of hashtags.
 *
 * <p>Beginnings and runs stand in for stems in all languages alike: Russian and Spanish bend the
 * ends of their words, Swahili and Indonesian the fronts, Turkish and German glue words together.
 * Words under four letters (three in Arabic, which writes no short vowels) and function words are
 * left out: on posts that are unlike the corpus they only tell the style of the writer, and cost
 * most of the false alarms when they were in.
 */
final class PostFeatures {

  /** In every post: lets a model learn how likely each outcome is when nothing else speaks. */
  static final long ALWAYS = LetterHash.of("*");

  private static final int SHORTEST_WORD = 4;
  private static final int SHORTEST_ARABIC_WORD = 3;
  private static final int SHORT_BEGINNING = 4;
  private static final int LONG_BEGINNING = 6;
  private static final int LONGEST_TAG_BEGINNING = 8;
  private static final int RUN = 5;

  // What kind of feature a run of letters is; part of its hash.
  private static final char WORD = 'w';
  private static final char BEGINNING = 'b';
  private static final char INNER = 'i';
  private static final char PAIR = 'p';
  private static final char TAG = '#';
  private static final char SYMBOL = 's';

  private final Tokens tokens;
  private final FeatureSink sink;
  private long stemBefore;
  private int startBefore = -1;

  private PostFeatures(Tokens tokens, FeatureSink sink) {
    this.tokens = tokens;
    this.sink = sink;
  }

  /** Gives all features of a post to a sink. */
  static void extract(Tokens tokens, FeatureSink sink) {
    sink.accept(ALWAYS, 0, 0);
    var features = new PostFeatures(tokens, sink);
    for (int token = 0; token < tokens.size(); token++) {
      int start = tokens.start(token);
      int end = tokens.end(token);
      switch (tokens.kind(token)) {
        case WORD -> features.word(start, end);
        case HASHTAG -> features.hashtag(start, end);
        case SYMBOL -> sink.accept(features.hash(start, end, SYMBOL), start, end);
      }
    }
  }

  private void word(int from, int end) {
    boolean arabic = ArabicClitics.isArabic(tokens.letter(from));
    int start = arabic ? ArabicClitics.skip(tokens, from, end) : from;
    int shortest = arabic ? SHORTEST_ARABIC_WORD : SHORTEST_WORD;
    if (end - start < shortest || FunctionWords.contains(tokens, start, end)) {
      return;
    }
    sink.accept(hash(start, end, WORD), start, end);
    beginning(start, end, SHORT_BEGINNING);
    long stem = beginning(start, end, LONG_BEGINNING);
    pair(stem, start, end);
    for (int i = start + 1; i + RUN <= end; i++) {
      sink.accept(hash(i, i + RUN, INNER), i, i + RUN);
    }
  }

  private long beginning(int start, int end, int length) {
    int stop = Math.min(end, start + length);
    long hash = hash(start, stop, BEGINNING);
    sink.accept(hash, start, stop);
    return hash;
  }

  private void pair(long stem, int start, int end) {
    long both = LetterHash.extend(LetterHash.extend(LetterHash.START, PAIR), stemBefore);
    int from = startBefore < 0 ? start : startBefore;
    sink.accept(LetterHash.extend(both, stem), from, end);
    stemBefore = stem;
    startBefore = start;
  }

  /** Hashtags may run words together without a sign, {@code #occupythepark}: each may begin so. */
  private void hashtag(int start, int end) {
    int last = Math.min(end, start + LONGEST_TAG_BEGINNING);
    for (int stop = start + SHORT_BEGINNING; stop <= last; stop++) {
      sink.accept(hash(start, stop, TAG), start, stop);
    }
  }

  private long hash(int start, int end, char kind) {
    return tokens.hash(LetterHash.extend(LetterHash.START, kind), start, end);
  }
}

package org.groundswell.nlp.language;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Objects;

/**
 * What OpenNLP's language model knows of the runs of one to three letters in some languages: a
 * weight for each run and language, in one table of numbers. Immutable, so safe for use by many
 * threads.
 *
 * <p>OpenNLP's own evaluation makes strings of all runs and weighs 103 languages. The build copies
 * the weights of the few that are told apart ({@link LanguageModelTrimmer}); the sums are the same
 * ones, which a test compares. As there, each run counts once, however often it occurs: counting
 * all of them told 10 fewer of 4,230 short posts rightly with right hints, and 4 fewer with wrong
 * ones.
 */
final class LanguageModel {

  /** The languages that are told apart always, and those with the ones only asked on a hint. */
  static final String FILE = "language.bin";

  static final String WIDE_FILE = "language-wide.bin";
  static final int LONGEST_RUN = 3;

  /** More text tells nothing new. */
  static final int MAX_LENGTH = 300;

  /** A power of two, of which the runs of a longest text fill less than half. */
  private static final int SEEN = 2048;

  private static final String FOLDER = "/models/";

  private final List<String> languages;
  private final long[] runs;
  private final float[] weights;

  private LanguageModel(List<String> languages, long[] runs, float[] weights) {
    this.languages = languages;
    this.runs = runs;
    this.weights = weights;
  }

  /** Reads a model that the build put on the class path. */
  static LanguageModel load(String file) {
    String path = FOLDER + file;
    try (InputStream in = LanguageModel.class.getResourceAsStream(path)) {
      return read(
          new DataInputStream(
              new BufferedInputStream(
                  Objects.requireNonNull(in, path + " is missing: mvn process-classes makes it"))));
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read " + path, e);
    }
  }

  private static LanguageModel read(DataInputStream in) throws IOException {
    List<String> languages = List.of(in.readUTF().split(","));
    int count = in.readInt();
    int capacity = Integer.highestOneBit(count) * 4;
    var model =
        new LanguageModel(languages, new long[capacity], new float[capacity * languages.size()]);
    ByteBuffer rest = ByteBuffer.wrap(in.readAllBytes());
    for (int i = 0; i < count; i++) {
      int slot = model.freeSlot(rest.getLong());
      for (int language = 0; language < languages.size(); language++) {
        model.weights[slot * languages.size() + language] = rest.getFloat();
      }
    }
    return model;
  }

  private int freeSlot(long run) {
    int slot = slot(run);
    while (runs[slot] != 0) {
      slot = (slot + 1) & (runs.length - 1);
    }
    runs[slot] = run;
    return slot;
  }

  private int slot(long run) {
    return (int) ((run * 0x9E3779B97F4A7C15L) >>> 40) & (runs.length - 1);
  }

  /** The languages that it tells apart, in the order of {@link #scores}. */
  List<String> languages() {
    return languages;
  }

  /** Packs a run of at most three UTF-16 units; never 0. */
  static long pack(CharSequence run) {
    long packed = 0;
    for (int i = 0; i < run.length(); i++) {
      packed = packed << 16 | run.charAt(i);
    }
    return packed;
  }

  /**
   * Sums up what the runs of a text say for each language; each run counts once.
   *
   * @param text small letters, words with one blank between and around; of a long one, the first
   *     {@value #MAX_LENGTH} letters count
   */
  double[] scores(CharSequence text) {
    var scores = new double[languages.size()];
    var seen = new int[SEEN];
    int length = Math.min(text.length(), MAX_LENGTH);
    for (int i = 0; i < length; i++) {
      long run = 0;
      for (int end = i; end < Math.min(length, i + LONGEST_RUN); end++) {
        run = run << 16 | text.charAt(end);
        int slot = find(run);
        if (slot >= 0 && isNew(slot, seen)) {
          add(slot, scores);
        }
      }
    }
    return scores;
  }

  private int find(long run) {
    int slot = slot(run);
    while (runs[slot] != 0 && runs[slot] != run) {
      slot = (slot + 1) & (runs.length - 1);
    }
    return runs[slot] == 0 ? -1 : slot;
  }

  /** Tells whether a slot of the table comes for the first time, and keeps that it came. */
  private static boolean isNew(int slot, int[] seen) {
    int at = slot & (SEEN - 1);
    while (seen[at] != 0 && seen[at] != slot + 1) {
      at = (at + 1) & (SEEN - 1);
    }
    boolean isNew = seen[at] == 0;
    seen[at] = slot + 1;
    return isNew;
  }

  private void add(int slot, double[] scores) {
    for (int language = 0; language < scores.length; language++) {
      scores[language] += weights[slot * scores.length + language];
    }
  }
}

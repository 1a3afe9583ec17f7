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
 * ones, which a test compares.
 */
final class LanguageModel {

  /** The languages that are told apart always, and those with the ones only asked on a hint. */
  static final String FILE = "language.bin";

  static final String WIDE_FILE = "language-wide.bin";
  static final int LONGEST_RUN = 3;

  /** More text tells nothing new. */
  private static final int MAX_LENGTH = 300;

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
   * Sums up what the runs of a text say for each language; each run counts as often as it occurs.
   *
   * @param text small letters, words with one blank between and around
   */
  double[] scores(CharSequence text) {
    var scores = new double[languages.size()];
    int length = Math.min(text.length(), MAX_LENGTH);
    for (int i = 0; i < length; i++) {
      long run = 0;
      for (int end = i; end < Math.min(length, i + LONGEST_RUN); end++) {
        run = run << 16 | text.charAt(end);
        add(run, scores);
      }
    }
    return scores;
  }

  private void add(long run, double[] scores) {
    for (int slot = slot(run); runs[slot] != 0; slot = (slot + 1) & (runs.length - 1)) {
      if (runs[slot] == run) {
        int first = slot * scores.length;
        for (int language = 0; language < scores.length; language++) {
          scores[language] += weights[first + language];
        }
        return;
      }
    }
  }
}

package org.groundswell.nlp.scoring;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.groundswell.nlp.text.LetterHash;

/**
 * A log-linear model: each feature has a weight for each outcome, and what a post's features add up
 * to are the outcomes' scores, logarithms of odds. Immutable, so safe for use by many threads.
 *
 * <p>OpenNLP runs such models too, and would come to the same sums, which a test compares; but it
 * looks every feature up as a string, while here a feature is a number in one table.
 *
 * <p>Every feature is looked up twice, as such and as one of the post's language: what languages
 * share is learned once, and where the same letters say different things the language's own weight
 * corrects (H. Daumé III, "Frustratingly Easy Domain Adaptation", ACL 2007).
 */
final class LinearModel {

  private final List<String> outcomes;
  private final long[] features;
  private final float[] weights;

  private LinearModel(List<String> outcomes, int count) {
    this.outcomes = List.copyOf(outcomes);
    int capacity = Integer.highestOneBit(Math.max(1, count)) * 4;
    this.features = new long[capacity];
    this.weights = new float[capacity * outcomes.size()];
  }

  /**
   * Makes a model.
   *
   * @param weights for each feature one weight for each outcome, in their order
   */
  static LinearModel of(List<String> outcomes, Map<Long, float[]> weights) {
    var model = new LinearModel(outcomes, weights.size());
    // In one order always, so that equal models lie alike in the table.
    new TreeMap<>(weights)
        .forEach((feature, ofFeature) ->
            System.arraycopy(
                ofFeature, 0, model.weights, model.claim(feature), model.outcomes.size()));
    return model;
  }

  /** Takes a slot for a new feature and returns where its weights begin. */
  private int claim(long feature) {
    int slot = slot(feature);
    while (features[slot] != 0) {
      slot = (slot + 1) & (features.length - 1);
    }
    features[slot] = feature;
    return slot * outcomes.size();
  }

  private int slot(long feature) {
    return (int) ((feature * 0x9E3779B97F4A7C15L) >>> 36) & (features.length - 1);
  }

  /** Returns a feature as one of a language. */
  static long tagged(long feature, long language) {
    return LetterHash.extend(language, feature);
  }

  List<String> outcomes() {
    return outcomes;
  }

  /**
   * Returns the score of each outcome, before any normalisation.
   *
   * @param language of the post, ISO 639-1
   */
  double[] scores(long[] features, String language) {
    var scores = new double[outcomes.size()];
    long ofLanguage = LetterHash.of(language);
    for (long feature : features) {
      add(feature, scores);
      add(tagged(feature, ofLanguage), scores);
    }
    return scores;
  }

  private void add(long feature, double[] scores) {
    int slot = find(feature);
    for (int i = 0; slot >= 0 && i < scores.length; i++) {
      scores[i] += weights[slot * scores.length + i];
    }
  }

  /** Returns the weights of a feature, zero for one that the model does not know. */
  double[] weights(long feature) {
    var ofFeature = new double[outcomes.size()];
    add(feature, ofFeature);
    return ofFeature;
  }

  private int find(long feature) {
    for (int slot = slot(feature); features[slot] != 0; slot = (slot + 1) & (features.length - 1)) {
      if (features[slot] == feature) {
        return slot;
      }
    }
    return -1;
  }

  /** Writes the model; equal models make equal bytes. */
  void write(DataOutputStream out) throws IOException {
    out.writeUTF(String.join(",", outcomes));
    out.writeInt((int) Arrays.stream(features).filter(feature -> feature != 0).count());
    for (int slot = 0; slot < features.length; slot++) {
      if (features[slot] != 0) {
        out.writeLong(features[slot]);
        for (int i = 0; i < outcomes.size(); i++) {
          out.writeFloat(weights[slot * outcomes.size() + i]);
        }
      }
    }
  }

  /** Reads a model that {@link #write} wrote. */
  static LinearModel read(DataInputStream in) throws IOException {
    List<String> outcomes = List.of(in.readUTF().split(","));
    int count = in.readInt();
    var model = new LinearModel(outcomes, count);
    ByteBuffer rest = ByteBuffer.wrap(in.readAllBytes());
    for (int left = count; left > 0; left--) {
      int first = model.claim(rest.getLong());
      for (int i = 0; i < outcomes.size(); i++) {
        model.weights[first + i] = rest.getFloat();
      }
    }
    return model;
  }
}

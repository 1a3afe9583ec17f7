package org.groundswell.nlp.scoring;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A log-linear model: each feature has a weight for each outcome, and what a post's features add up
 * to are the outcomes' scores, logarithms of odds. Immutable, so safe for use by many threads.
 *
 * <p>It is OpenNLP's maximum-entropy model in another form. OpenNLP looks every feature up as a
 * string; here a feature is a number in one table. The sums are the same, which a test compares.
 *
 * <p>Every feature is looked up twice, as such and as one of the post's language: what languages
 * share is learned once, and where the same letters say different things the language's own weight
 * corrects (H. Daumé III, "Frustratingly Easy Domain Adaptation", ACL 2007).
 */
final class LinearModel {

  private final List<String> outcomes;
  private final long[] features;
  private final float[] weights;

  /**
   * Makes a model.
   *
   * @param weights for each feature one weight for each outcome, in their order
   */
  LinearModel(List<String> outcomes, Map<Long, float[]> weights) {
    this.outcomes = List.copyOf(outcomes);
    int capacity = Integer.highestOneBit(Math.max(1, weights.size())) * 4;
    this.features = new long[capacity];
    this.weights = new float[capacity * outcomes.size()];
    // In one order always, for the table's layout and so the rounding of sums to be the same.
    new TreeMap<>(weights).forEach(this::put);
  }

  private void put(long feature, float[] ofFeature) {
    int slot = slot(feature);
    while (features[slot] != 0) {
      slot = (slot + 1) & (features.length - 1);
    }
    features[slot] = feature;
    System.arraycopy(ofFeature, 0, weights, slot * outcomes.size(), outcomes.size());
  }

  private int slot(long feature) {
    return (int) ((feature * 0x9E3779B97F4A7C15L) >>> 36) & (features.length - 1);
  }

  /** Returns a feature as one of a language. */
  static long tagged(long feature, long language) {
    return FeatureHash.extend(language, feature);
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
    long ofLanguage = FeatureHash.of(language);
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

  static LinearModel read(DataInputStream in) throws IOException {
    List<String> outcomes = List.of(in.readUTF().split(","));
    var weights = new TreeMap<Long, float[]>();
    for (int left = in.readInt(); left > 0; left--) {
      long feature = in.readLong();
      var ofFeature = new float[outcomes.size()];
      for (int i = 0; i < ofFeature.length; i++) {
        ofFeature[i] = in.readFloat();
      }
      weights.put(feature, ofFeature);
    }
    return new LinearModel(outcomes, weights);
  }
}

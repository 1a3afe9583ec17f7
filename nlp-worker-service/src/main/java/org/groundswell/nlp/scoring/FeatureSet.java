package org.groundswell.nlp.scoring;

import java.util.Arrays;
import org.groundswell.nlp.text.Tokens;

/** The distinct features of one post, in the order of their first occurrence. */
final class FeatureSet implements FeatureSink {

  private static final int INITIAL = 256;

  private long[] features = new long[INITIAL];
  private long[] slots = new long[4 * INITIAL];
  private int size;

  private FeatureSet() {}

  static long[] of(Tokens tokens) {
    var set = new FeatureSet();
    PostFeatures.extract(tokens, set);
    return Arrays.copyOf(set.features, set.size);
  }

  @Override
  public void accept(long feature, int start, int end) {
    if (size == features.length) {
      grow();
    }
    if (claim(feature)) {
      features[size++] = feature;
    }
  }

  /** Tells whether the feature is new; 0 marks a free slot, and the hash of nothing is never 0. */
  private boolean claim(long feature) {
    int mask = slots.length - 1;
    int slot = (int) (feature >>> 32) & mask;
    while (slots[slot] != 0) {
      if (slots[slot] == feature) {
        return false;
      }
      slot = (slot + 1) & mask;
    }
    slots[slot] = feature;
    return true;
  }

  private void grow() {
    features = Arrays.copyOf(features, 2 * size);
    slots = new long[8 * size];
    for (int i = 0; i < size; i++) {
      claim(features[i]);
    }
  }
}

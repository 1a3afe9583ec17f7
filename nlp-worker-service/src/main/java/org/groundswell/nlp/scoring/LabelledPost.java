package org.groundswell.nlp.scoring;

import org.groundswell.nlp.text.PostText;
import org.jspecify.annotations.Nullable;

/**
 * A post of the training corpus.
 *
 * @param language ISO 639-1 code
 * @param kind null when the post speaks of no unrest
 * @param features distinct, see {@link PostFeatures}
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record LabelledPost(String language, @Nullable EventType kind, PostText text, long[] features) {

  LabelledPost(String language, @Nullable EventType kind, PostText text) {
    this(language, kind, text, FeatureSet.of(text.tokens()));
  }

  boolean unrest() {
    return kind != null;
  }
}

package org.groundswell.nlp.scoring;

import org.groundswell.nlp.text.PostText;
import org.jspecify.annotations.Nullable;

/**
 * A post of the training corpus.
 *
 * @param language ISO 639-1 code
 * @param kind null when the post speaks of no unrest
 */
record LabelledPost(String language, @Nullable EventType kind, PostText text) {

  boolean unrest() {
    return kind != null;
  }
}

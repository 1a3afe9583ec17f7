package org.groundswell.nlp.scoring;

import java.util.List;
import org.groundswell.nlp.text.PostText;

/**
 * Judges posts. Thread-safe.
 *
 * <p>Two maximum-entropy models, trained by the build on {@code corpus/}: one for all languages
 * says whether a post speaks of unrest at all, the other of which kind. The recommended threshold
 * on the probability is {@value #DEFAULT_THRESHOLD}; {@code corpus/README.md} has the figures it
 * was chosen by.
 */
public final class UnrestScorer {

  /** From here on a post is more likely unrest than not. */
  public static final double EVEN_ODDS = 0.5;

  /**
   * The probability from which on a post makes signals, unless configured otherwise: a false alert
   * costs more than a post, and of a real event there are many.
   */
  public static final double DEFAULT_THRESHOLD = 0.8;

  private final ScoringModel model;

  UnrestScorer(ScoringModel model) {
    this.model = model;
  }

  /**
   * Returns the probability in [0, 1] that a post speaks of unrest.
   *
   * @param language ISO 639-1 code; for one that the corpus does not have, the probability is
   *     calibrated on all its languages together
   */
  public double probability(PostText text, String language) {
    return model.probability(FeatureSet.of(text.tokens()), language);
  }

  /** Returns the likeliest kind of unrest, given that the post speaks of it. */
  public EventType eventType(PostText text, String language) {
    return model.eventType(FeatureSet.of(text.tokens()), language);
  }

  /**
   * Returns what speaks most for and against unrest in a post, the strongest first; empty when
   * nothing in it is known.
   *
   * @param most how many clues to return at most
   */
  public List<Clue> clues(PostText text, String language, int most) {
    return model.clues(text.tokens(), language).limit(most).toList();
  }

  /** Returns the version of the model, which changes whenever any score may. */
  public String modelVersion() {
    return model.version();
  }
}

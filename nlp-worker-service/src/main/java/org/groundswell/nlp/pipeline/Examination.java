package org.groundswell.nlp.pipeline;

import java.util.List;
import org.groundswell.nlp.places.FoundPlace;
import org.jspecify.annotations.Nullable;

/**
 * Everything about one post, for people.
 *
 * @param outcome what {@link PostAnalysis#analyse} makes of it
 * @param isUnrest whether the post is more likely unrest than not
 * @param named every place that the text names, in its order
 * @param explanation null unless it was asked for
 */
public record Examination(
    Analysis analysis,
    Outcome outcome,
    boolean isUnrest,
    List<FoundPlace> named,
    @Nullable Explanation explanation) {

  /** Copies the list. */
  public Examination {
    named = List.copyOf(named);
  }
}

package org.groundswell.nlp.pipeline;

import java.util.List;
import org.groundswell.nlp.places.FoundPlace;
import org.groundswell.nlp.scoring.EventType;
import org.groundswell.nlp.text.PostText;
import org.groundswell.nlp.timing.EventDate;
import org.groundswell.nlp.timing.Stage;
import org.jspecify.annotations.Nullable;

/**
 * What one post was found to say.
 *
 * @param language ISO 639-1, {@code und} when it cannot be told
 * @param probability calibrated, that the post speaks of unrest, in [0, 1]
 * @param eventType the likeliest kind, given that it does
 * @param eventDate the day named for the event, null when none is
 * @param places at most three, best first
 * @param signature see {@link Signature}
 * @param modelVersion of the scoring model
 */
public record Analysis(
    PostText text,
    String language,
    double probability,
    EventType eventType,
    Stage stage,
    @Nullable EventDate eventDate,
    List<FoundPlace> places,
    String signature,
    String modelVersion) {

  /** Copies the list. */
  public Analysis {
    places = List.copyOf(places);
  }
}

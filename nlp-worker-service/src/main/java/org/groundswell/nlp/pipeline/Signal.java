package org.groundswell.nlp.pipeline;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.JsonTypeName;
import java.time.Instant;
import java.time.LocalDate;
import org.groundswell.nlp.places.Country;
import org.groundswell.nlp.places.FoundPlace;
import org.groundswell.nlp.places.How;
import org.groundswell.nlp.places.Level;
import org.groundswell.nlp.places.Region;
import org.groundswell.nlp.scoring.EventType;
import org.groundswell.nlp.timing.Stage;
import org.jspecify.annotations.Nullable;

/**
 * One post that speaks of unrest in one place, counted at one level; a record of {@code
 * groundswell.signals}.
 *
 * @param scopeId GeoNames id of the place at that level, the record's key
 * @param post {@code source:id}
 * @param probability calibrated, that the post speaks of unrest, in [0, 1]
 * @param eventDate the day that the post names for the event, on the calendar of the place
 * @param place the most precise place found, whatever the scope
 * @param mention null for the place that the post is most about, 2 for the next, and so on
 * @param language ISO 639-1
 * @param voice what counts once: the author, or for a repost the thing repeated; at most 64
 *     characters
 * @param repost true when the post repeats another
 * @param excerpt start of the text, without the names of other accounts
 * @param signature of the text, by which near-copies are known; see {@link Signature}
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonTypeName("signal")
@JsonInclude(Include.NON_NULL)
public record Signal(
    Scope scope,
    @JsonIgnore long scopeId,
    String post,
    String source,
    Instant eventTime,
    EventType eventType,
    double probability,
    Stage stage,
    @Nullable LocalDate eventDate,
    Place place,
    @Nullable Integer mention,
    String language,
    @Nullable String authorKey,
    String voice,
    boolean repost,
    String excerpt,
    @Nullable String url,
    String signature,
    String modelVersion) {

  /** A place in the words of the contract; see {@link FoundPlace}. */
  @JsonInclude(Include.NON_NULL)
  public record Place(
      long geonameId,
      String name,
      Level level,
      double lat,
      double lon,
      @Nullable Region admin1,
      Country country,
      How how,
      double confidence) {

    static Place of(FoundPlace found) {
      return new Place(
          found.geonameId(),
          found.name(),
          found.level(),
          found.lat(),
          found.lon(),
          found.admin1(),
          found.country(),
          found.how(),
          found.confidence());
    }
  }
}

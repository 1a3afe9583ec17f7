package org.groundswell.dashboard.alerts;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An alert as this service tells it: over REST, over the live stream and as it reads it from the
 * topic {@code groundswell.alerts}. All instants are event time in UTC. It has no component for an
 * author's key, so none can leave this service.
 *
 * @param id 32 hexadecimal digits
 * @param revision starts at 1 and grows by one with every change
 * @param started first post of the window that raised the alert
 * @param detected event time at which the alert was raised
 * @param updated event time of this revision
 * @param lastSeen last post that belongs to it
 * @param closed null while the alert is open
 * @param authors distinct voices since it started
 * @param posts posts since it started
 * @param window length of the window with the smallest probability
 * @param observed distinct voices in that window
 * @param expected mean of the prediction for that window
 * @param probability of so many voices or more by chance, in [0, 1]
 * @param eventTypes share of each type among the posts, in [0, 1]
 * @param sources names such as bluesky or replay
 * @param languages posts per language
 * @param headline one English sentence that says it is unverified
 * @param evidence the most telling posts, best first; null where the alert is one of a list
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Alert(
    String id,
    int revision,
    Place place,
    EventType eventType,
    Status status,
    Stage stage,
    Severity severity,
    Urgency urgency,
    Certainty certainty,
    Instant started,
    Instant detected,
    Instant updated,
    Instant lastSeen,
    @Nullable Instant closed,
    int authors,
    int posts,
    @Schema(type = "string", format = "duration", example = "PT1H") Duration window,
    int observed,
    double expected,
    double probability,
    Map<EventType, Double> eventTypes,
    List<String> sources,
    @Nullable Map<String, Integer> languages,
    String headline,
    @Nullable List<Evidence> evidence) {

  /** Whether people may still be adding to it. */
  public enum Status {
    OPEN,
    CLOSED
  }

  /** Whether the posts name a coming date or speak of now. */
  public enum Stage {
    PLANNED,
    ONGOING
  }

  /** How bad it is, in the words of the Common Alerting Protocol 1.2. */
  public enum Severity {
    MINOR,
    MODERATE,
    SEVERE,
    EXTREME,
    UNKNOWN
  }

  /** How soon it matters, in the words of the Common Alerting Protocol 1.2. */
  public enum Urgency {
    IMMEDIATE,
    EXPECTED,
    FUTURE,
    PAST,
    UNKNOWN
  }

  /** How sure it is, in the words of the Common Alerting Protocol 1.2. */
  public enum Certainty {
    OBSERVED,
    LIKELY,
    POSSIBLE,
    UNLIKELY,
    UNKNOWN
  }

  /** What kind of place it is. */
  public enum Level {
    TOWN,
    ADMIN1,
    COUNTRY
  }

  /**
   * Where it happens.
   *
   * @param geonameId number of the place in GeoNames
   * @param admin1 name of the first-order division; null where there is none
   * @param country ISO 3166-1 alpha-2
   * @param lat degrees north, WGS 84
   * @param lon degrees east, WGS 84
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record Place(
      long geonameId,
      String name,
      Level level,
      @Nullable String admin1,
      String country,
      String countryName,
      double lat,
      double lon) {}

  /**
   * One post that speaks of the event. Strangers wrote {@code excerpt} and {@code url}: whoever
   * shows them must treat them as hostile.
   *
   * @param post source and post id, joined by a colon
   * @param probability that the post speaks of unrest, in [0, 1]
   * @param language BCP 47 tag
   * @param excerpt null once the author has taken the post back
   * @param url null when there is none or the author has taken the post back
   * @param source name of the source
   * @param place name of the place the post speaks of
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record Evidence(
      String post,
      Instant time,
      EventType eventType,
      double probability,
      String language,
      @Nullable String excerpt,
      @Nullable String url,
      @Nullable String source,
      @Nullable String place) {}
}

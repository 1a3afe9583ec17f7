package org.groundswell.dashboard.alerts;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
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
 * @param change what this revision tells; null where a service of before told it
 * @param warmingUp true while too little was seen for a sound expectation; null means false
 * @param plannedFor day that is called for, on the calendar of the place; null unless planned
 * @param ending why it was closed; null while it is open
 * @param mergedInto alert of the wider place that it became part of
 * @param announcedBy planned alert that announced this one
 * @param followedBy alert that came on the planned day
 * @param places towns that an alert of a wider place tells of, most voices first; null for none
 * @param windows what each trailing window showed, shortest first; null when that is not told
 * @param acknowledgement that a person has taken note; null when nobody has
 * @param dismissal that a person has called it false; null when nobody has
 * @param comments what people say about it, oldest first; null for none
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
    @Nullable List<Evidence> evidence,
    @Nullable Change change,
    @Nullable Boolean warmingUp,
    @Nullable LocalDate plannedFor,
    @Nullable Ending ending,
    @Nullable String mergedInto,
    @Nullable String announcedBy,
    @Nullable String followedBy,
    @Nullable List<PartPlace> places,
    @Nullable List<WindowFigures> windows,
    @Nullable Remark acknowledgement,
    @Nullable Remark dismissal,
    @Nullable List<Comment> comments) {

  /** Returns the same alert without the posts it is shown with. */
  Alert withoutEvidence() {
    return new Alert(
        id,
        revision,
        place,
        eventType,
        status,
        stage,
        severity,
        urgency,
        certainty,
        started,
        detected,
        updated,
        lastSeen,
        closed,
        authors,
        posts,
        window,
        observed,
        expected,
        probability,
        eventTypes,
        sources,
        languages,
        headline,
        null,
        change,
        warmingUp,
        plannedFor,
        ending,
        mergedInto,
        announcedBy,
        followedBy,
        places,
        windows,
        acknowledgement,
        dismissal,
        comments);
  }

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

  /** What a revision tells. */
  public enum Change {
    OPENED,
    WORSE,
    WIDER,
    REOPENED,
    UPDATED,
    CLOSED,
    REMARKED,
    ERASED
  }

  /** Why an alert was closed. */
  public enum Ending {
    QUIET,
    MERGED,
    DISMISSED,
    DAY_CAME
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

  /**
   * A town that an alert of a wider place tells of.
   *
   * @param geonameId number of the place in GeoNames
   * @param lat degrees north, WGS 84
   * @param lon degrees east, WGS 84
   * @param authors distinct voices that name it
   */
  public record PartPlace(
      long geonameId, String name, double lat, double lon, int authors, Instant started) {}

  /**
   * What one trailing window showed when the alert was last above the threshold.
   *
   * @param observed distinct voices
   * @param probability of so many or more by chance, in [0, 1]; 1 for a window that was not tested
   */
  public record WindowFigures(
      @Schema(type = "string", format = "duration", example = "PT1H") Duration window,
      int observed,
      double expected,
      double probability) {}

  /**
   * What a person did with the alert.
   *
   * @param by who, as they chose to be called; up to 100 characters
   * @param text up to 2,000 characters
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record Remark(Instant at, @Nullable String by, @Nullable String text) {}

  /**
   * What a person says about the alert.
   *
   * @param id of the command that brought it
   * @param by who, as they chose to be called; up to 100 characters
   * @param text 1 to 2,000 characters
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record Comment(String id, Instant at, @Nullable String by, String text) {}
}

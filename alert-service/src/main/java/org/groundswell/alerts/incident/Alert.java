package org.groundswell.alerts.incident;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.groundswell.alerts.signals.EventType;
import org.groundswell.alerts.signals.Level;
import org.groundswell.alerts.signals.Stage;
import org.jspecify.annotations.Nullable;

/**
 * The whole state of an alert after one revision, as the topic of alerts has it. Machine-made from
 * public posts and not verified; the meaning of each field is in the contract's schema.
 */
public record Alert(
    String id,
    int revision,
    AlertPlace place,
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
    long authors,
    int posts,
    Duration window,
    long observed,
    double expected,
    double probability,
    Map<EventType, Double> eventTypes,
    List<String> sources,
    Map<String, Integer> languages,
    String headline,
    List<AlertEvidence> evidence,
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

  public Alert {
    if (id == null || !id.matches("[0-9a-f]{32}")) {
      throw new IllegalArgumentException("id is not allowed: " + id);
    }
    if (revision < 1) {
      throw new IllegalArgumentException("revision is not allowed: " + revision);
    }
    evidence = List.copyOf(evidence);
  }

  /** Returns the same alert without the posts that it is shown with. */
  public Alert withoutEvidence() {
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
        List.of(),
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

  /** Where it is. */
  public record AlertPlace(
      long geonameId,
      String name,
      Level level,
      @Nullable String admin1,
      String country,
      String countryName,
      double lat,
      double lon) {}

  /** A post that it is shown with; without excerpt, url and author once that was taken back. */
  public record AlertEvidence(
      String post,
      Instant time,
      EventType eventType,
      double probability,
      String language,
      @Nullable String excerpt,
      @Nullable String url,
      @Nullable String source,
      @Nullable String place,
      @Nullable String authorKey) {}

  /** A town that an alert of a wider place tells of. */
  public record PartPlace(
      long geonameId, String name, double lat, double lon, long authors, Instant started) {}

  /**
   * What one of the trailing windows showed when the alert was last above the threshold.
   *
   * @param probability of so many or more by chance; 1 for a window that was not tested
   */
  public record WindowFigures(
      Duration window, long observed, double expected, double probability) {}

  /**
   * What a person did with the alert.
   *
   * @param by who, as they chose to be called
   */
  public record Remark(Instant at, @Nullable String by, @Nullable String text) {}

  /**
   * What a person says about the alert.
   *
   * @param id of the command that brought it
   */
  public record Comment(String id, Instant at, @Nullable String by, String text) {}

  /** What a revision tells; readers are to be notified again of the first four, and of its end. */
  public enum Change {
    OPENED,
    /** More severe, or surer. */
    WORSE,
    /** Told of in more places, or as a wider place. */
    WIDER,
    REOPENED,
    /** More of the same, or a better place for it. */
    UPDATED,
    CLOSED,
    /** A person has acknowledged, dismissed or commented it. */
    REMARKED,
    /** An author has taken a post back. */
    ERASED
  }

  /** Why a closed alert was closed. */
  public enum Ending {
    /** It has not been above the threshold for long enough. */
    QUIET,
    /** It became part of the alert of a wider place. */
    MERGED,
    /** A person has called it false. */
    DISMISSED,
    /** Its planned day has come, or is over. */
    DAY_CAME
  }

  /** Whether it is going on. */
  public enum Status {
    OPEN,
    CLOSED
  }

  /** How soon it asks for attention, in the words of the Common Alerting Protocol 1.2. */
  public enum Urgency {
    IMMEDIATE,
    EXPECTED,
    PAST
  }
}

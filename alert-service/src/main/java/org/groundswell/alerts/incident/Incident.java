package org.groundswell.alerts.incident;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import org.groundswell.alerts.detection.Reading;
import org.groundswell.alerts.detection.Window;
import org.groundswell.alerts.evidence.Evidence;
import org.groundswell.alerts.signals.Level;
import org.groundswell.alerts.signals.Place;
import org.groundswell.alerts.trace.Trail;
import org.jspecify.annotations.Nullable;

/**
 * An alert's life and what it rests on.
 *
 * @param id of the alert
 * @param revision last published
 * @param detected end of the minute that raised it
 * @param updated event time of the last change
 * @param exceeded end of the last minute in which it was above the threshold
 * @param closed null while it is open
 * @param latest newest reading of its place; gives the counts and the evidence
 * @param strongest newest reading that was above the threshold; gives the figures
 * @param peak largest number of voices that each window has shown
 * @param divisions GeoNames ids of the first-order divisions that it has been told of in, absorbed
 *     neighbours included
 * @param assessment worst so far
 * @param published what was last made public; null before the first time
 */
record Incident(
    String id,
    int revision,
    Instant detected,
    Instant updated,
    Instant exceeded,
    @Nullable Instant closed,
    Reading latest,
    Figures strongest,
    List<Long> peak,
    SortedSet<Long> divisions,
    Assessment assessment,
    @Nullable Published published) {

  private static final int FAR_MORE = 2;

  /** The figures that an alert is explained with. */
  record Figures(Window window, long observed, double expected, double probability) {
    static Figures of(Reading reading) {
      Window best = reading.best();
      return new Figures(
          best, reading.observed(best), reading.expected(best), reading.probability(best));
    }
  }

  /** What readers know: an alert is published again when it differs enough from this. */
  record Published(
      Place place, Assessment assessment, long authors, int posts, boolean open, Instant at) {}

  static Incident open(String id, Reading reading) {
    return new Incident(
        id,
        0,
        reading.judged(),
        reading.judged(),
        reading.judged(),
        null,
        reading,
        Figures.of(reading),
        reading.observed(),
        divisions(Collections.emptySortedSet(), reading),
        Assessment.of(reading),
        null);
  }

  /**
   * Derives an id, so that a replay raises the same alert.
   *
   * @param parts what makes the alert itself: place and first minute
   */
  static String deriveId(Object... parts) {
    String text = String.join("|", Arrays.stream(parts).map(String::valueOf).toList());
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest, 0, 16);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java platform has SHA-256", e);
    }
  }

  @JsonIgnore
  boolean isOpen() {
    return closed == null;
  }

  Place place() {
    return latest.place();
  }

  /**
   * Returns this with a newer reading of its place, or of the narrower place that it turned out to
   * be.
   */
  Incident follow(Reading reading) {
    boolean moved = !place().same(reading.place());
    return new Incident(
        id,
        revision,
        detected,
        reading.judged(),
        reading.exceeds() ? reading.judged() : exceeded,
        null,
        reading,
        reading.exceeds() ? Figures.of(reading) : strongest,
        moved ? reading.observed() : larger(peak, reading.observed()),
        divisions(divisions, reading),
        reading.exceeds() ? assessment.orWorse(Assessment.of(reading)) : assessment,
        published);
  }

  /**
   * Returns this kept open by an excess that belongs to it without being a reading of its place.
   */
  Incident sustain(Instant until) {
    Instant later = until.isAfter(exceeded) ? until : exceeded;
    return new Incident(
        id,
        revision,
        detected,
        updated,
        later,
        closed,
        latest,
        strongest,
        peak,
        divisions,
        assessment,
        published);
  }

  /**
   * Returns this with an excess of a neighbouring town that tells of the same event: moved there
   * when far more people speak of it there.
   */
  Incident absorb(Reading neighbour) {
    if (neighbour.authors() >= FAR_MORE * latest.authors()) {
      return follow(neighbour);
    }
    Incident kept = sustain(neighbour.judged());
    return new Incident(
        id,
        revision,
        detected,
        updated,
        kept.exceeded,
        closed,
        latest,
        strongest,
        peak,
        divisions(divisions, neighbour),
        assessment,
        published);
  }

  Incident close(Instant at) {
    return new Incident(
        id,
        revision,
        detected,
        at,
        exceeded,
        at,
        latest,
        strongest,
        peak,
        divisions,
        assessment,
        published);
  }

  Incident with(List<Evidence> evidence) {
    return new Incident(
        id,
        revision,
        detected,
        updated,
        exceeded,
        closed,
        latest.with(evidence),
        strongest,
        peak,
        divisions,
        assessment,
        published);
  }

  Incident publish() {
    var now =
        new Published(
            place(), assessment, latest.authors(), latest.tally().posts(), isOpen(), updated);
    return new Incident(
        id,
        revision + 1,
        detected,
        updated,
        exceeded,
        closed,
        latest,
        strongest,
        peak,
        divisions,
        assessment,
        now);
  }

  /** Returns the traces of sampled posts that readers have not heard of, oldest first. */
  List<String> unpublishedTraces() {
    List<Trail> trails = latest.trails();
    return trails == null
        ? List.of()
        : trails.stream().filter(this::isUnpublished).map(Trail::traceparent).toList();
  }

  private boolean isUnpublished(Trail trail) {
    Instant judged = Instant.ofEpochSecond((trail.minute() + 1) * 60);
    return published == null || judged.isAfter(published.at());
  }

  /** Says whether readers should hear of it again. */
  boolean newsworthy(double growth, Duration quietUpdate) {
    Published known = published;
    if (known == null || known.open() != isOpen() || !known.place().same(place())) {
      return true;
    }
    boolean grown = latest.authors() >= growth * known.authors();
    boolean due =
        latest.tally().posts() > known.posts() && !updated.isBefore(known.at().plus(quietUpdate));
    return assessment.exceeds(known.assessment()) || grown || due;
  }

  /**
   * Returns how many of its voices a window that ends with a minute still holds, at most: none when
   * its newest reading is older than the window.
   */
  long observedAt(Window window, long minute) {
    return minute - latest.minute() < window.minutes() ? latest.observed(window) : 0;
  }

  /** Says whether it is, or has absorbed, something in a division. */
  boolean reaches(Place division) {
    return division.level() == Level.ADMIN1
        && division.country().equals(place().country())
        && divisions.contains(division.id());
  }

  private static SortedSet<Long> divisions(SortedSet<Long> known, Reading reading) {
    Long division = reading.place().admin1Id();
    if (division == null || known.contains(division)) {
      return known;
    }
    var more = new TreeSet<>(known);
    more.add(division);
    return more;
  }

  private static List<Long> larger(List<Long> one, List<Long> other) {
    return Arrays.stream(Window.ALL)
        .map(Window::position)
        .map(i -> Math.max(one.get(i), other.get(i)))
        .toList();
  }
}

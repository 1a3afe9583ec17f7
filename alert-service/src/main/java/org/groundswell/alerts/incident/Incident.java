package org.groundswell.alerts.incident;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.groundswell.alerts.command.Command;
import org.groundswell.alerts.detection.Reading;
import org.groundswell.alerts.detection.Window;
import org.groundswell.alerts.evidence.Evidence;
import org.groundswell.alerts.incident.Alert.Change;
import org.groundswell.alerts.incident.Alert.Ending;
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
 * @param ending why it was closed; null while it is open
 * @param latest newest reading of its place; gives the counts and the evidence
 * @param strongest newest figures that were above the threshold
 * @param peak largest number of voices that each window has shown
 * @param divisions GeoNames ids of the first-order divisions that it has been told of in, absorbed
 *     neighbours included
 * @param parts towns that it was told of in, by their GeoNames ids
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
    @Nullable Ending ending,
    Reading latest,
    Reading.Figures strongest,
    List<Long> peak,
    SortedSet<Long> divisions,
    SortedMap<Long, Part> parts,
    Assessment assessment,
    Links links,
    Remarks remarks,
    @Nullable Published published) {

  private static final int FAR_MORE = 2;

  /** More towns than these are not told one by one; a map of a country shows no more. */
  private static final int MOST_PARTS = 50;

  /** A town in which it was told of. */
  record Part(Place place, long authors, Instant started) {
    static Part of(Reading reading) {
      return new Part(reading.place(), reading.authors(), reading.started());
    }
  }

  /** What readers know: an alert is published again when it differs enough from this. */
  record Published(
      Place place,
      Assessment assessment,
      long authors,
      int posts,
      int parts,
      boolean open,
      Instant at) {}

  static Incident open(String id, Reading reading) {
    return new Incident(
        id,
        0,
        reading.judged(),
        reading.judged(),
        reading.judged(),
        null,
        null,
        reading,
        reading.figures(),
        reading.figures().observed(),
        divisions(Collections.emptySortedSet(), reading),
        parts(Collections.emptySortedMap(), reading),
        Assessment.of(reading),
        Links.NONE,
        Remarks.NONE,
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

  /** Returns the day that it is planned for; null for one that goes on. */
  @Nullable LocalDate day() {
    return latest.day();
  }

  /** Says whether a reading speaks of the same: of now, or of the same coming day. */
  boolean concerns(Reading reading) {
    return Objects.equals(day(), reading.day());
  }

  /** Says whether it is told of in several towns as a wider place. */
  boolean spread() {
    return place().level() != Level.TOWN && parts.size() > 1;
  }

  /**
   * Returns this with a newer reading of its place, or of the narrower place that it turned out to
   * be.
   */
  Incident follow(Reading reading) {
    boolean moved = !place().same(reading.place());
    var draft = new IncidentDraft(this);
    draft.updated = reading.judged();
    draft.closed = null;
    draft.ending = null;
    draft.latest = reading;
    draft.peak = moved ? reading.figures().observed() : larger(peak, reading.figures().observed());
    draft.tellOf(reading);
    if (reading.exceeds()) {
      draft.exceeded = reading.judged();
      draft.strongest = reading.figures();
      draft.assessment = assessment.orWorse(Assessment.of(reading));
    }
    return draft.build();
  }

  /**
   * Returns this kept open by an excess that belongs to it without being a reading of its place.
   */
  Incident sustain(Instant until) {
    var draft = new IncidentDraft(this);
    draft.exceeded = until.isAfter(exceeded) ? until : exceeded;
    return draft.build();
  }

  /** Returns this kept open by the excess of a town that is part of it. */
  Incident include(Reading town) {
    var draft = new IncidentDraft(sustain(town.judged()));
    draft.updated = town.judged();
    draft.tellOf(town);
    draft.assessment = assessment.orWorse(Assessment.of(town));
    return draft.build();
  }

  /**
   * Returns this with an excess of a neighbouring town that tells of the same event: moved there
   * when far more people speak of it there.
   */
  Incident absorb(Reading neighbour) {
    if (neighbour.authors() >= FAR_MORE * latest.authors()) {
      return follow(neighbour);
    }
    var draft = new IncidentDraft(sustain(neighbour.judged()));
    draft.divisions = divisions(divisions, neighbour);
    return draft.build();
  }

  /** Returns this as the alert of a wider place, which others have become part of. */
  Incident widen(Reading wider, Collection<Incident> others) {
    var draft = new IncidentDraft(follow(wider));
    for (Incident other : others) {
      draft.parts = merged(draft.parts, other.parts);
      draft.assessment = draft.assessment.orWorse(other.assessment);
      var divisions = new TreeSet<>(draft.divisions);
      divisions.addAll(other.divisions);
      draft.divisions = divisions;
    }
    return draft.build();
  }

  Incident close(Instant at, Ending why) {
    var draft = new IncidentDraft(this);
    draft.updated = at;
    draft.closed = at;
    draft.ending = why;
    return draft.build();
  }

  Incident with(Links other) {
    var draft = new IncidentDraft(this);
    draft.links = other;
    return draft.build();
  }

  /** Returns this after what a person did with it; a dismissal closes it. */
  Incident after(Command command) {
    var draft = new IncidentDraft(this);
    draft.remarks = remarks.plus(command);
    if (command.kind() == Command.Kind.DISMISS) {
      draft.closed = closed != null ? closed : updated.isAfter(exceeded) ? updated : exceeded;
      // What has become part of another alert, or was only planned, has ended as that.
      draft.ending = ending == null || ending == Ending.QUIET ? Ending.DISMISSED : ending;
    }
    return draft.build();
  }

  Incident with(List<Evidence> evidence) {
    var draft = new IncidentDraft(this);
    draft.latest = latest.with(evidence);
    return draft.build();
  }

  Incident publish() {
    var draft = new IncidentDraft(this);
    draft.revision = revision + 1;
    draft.published =
        new Published(
            place(),
            assessment,
            latest.authors(),
            latest.tally().posts(),
            parts.size(),
            isOpen(),
            updated);
    return draft.build();
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

  /**
   * Returns what readers should hear of it again for; null for nothing.
   *
   * @param growth factor by which the voices, or the towns, must grow
   * @param quietUpdate after which new posts are told although nothing is worse
   */
  @Nullable Change change(double growth, Duration quietUpdate) {
    Published known = published;
    if (known == null) {
      return Change.OPENED;
    }
    if (known.open() != isOpen()) {
      return isOpen() ? Change.REOPENED : Change.CLOSED;
    }
    boolean wider = place().level().compareTo(known.place().level()) > 0;
    if (wider || (spread() && parts.size() >= growth * known.parts())) {
      return Change.WIDER;
    }
    if (assessment.exceeds(known.assessment())) {
      return Change.WORSE;
    }
    boolean grown = latest.authors() >= growth * known.authors();
    boolean due =
        latest.tally().posts() > known.posts() && !updated.isBefore(known.at().plus(quietUpdate));
    return grown || due || !known.place().same(place()) ? Change.UPDATED : null;
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

  static SortedSet<Long> divisions(SortedSet<Long> known, Reading reading) {
    Long division = reading.place().admin1Id();
    if (division == null || known.contains(division)) {
      return known;
    }
    var more = new TreeSet<>(known);
    more.add(division);
    return more;
  }

  static SortedMap<Long, Part> parts(SortedMap<Long, Part> known, Reading reading) {
    Place place = reading.place();
    if (place.level() != Level.TOWN) {
      return known;
    }
    var one = new TreeMap<Long, Part>();
    one.put(place.id(), Part.of(reading));
    return merged(known, one);
  }

  private static SortedMap<Long, Part> merged(
      SortedMap<Long, Part> known, SortedMap<Long, Part> others) {
    var all = new TreeMap<>(known);
    others.forEach((id, part) -> {
      if (all.containsKey(id) || all.size() < MOST_PARTS) {
        all.put(id, part);
      }
    });
    return all;
  }

  private static List<Long> larger(List<Long> one, List<Long> other) {
    return Arrays.stream(Window.ALL)
        .map(Window::position)
        .map(i -> Math.max(one.get(i), other.get(i)))
        .toList();
  }
}

package org.groundswell.alerts.incident;

import java.time.Instant;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import org.groundswell.alerts.detection.Reading;
import org.groundswell.alerts.incident.Alert.Ending;
import org.jspecify.annotations.Nullable;

/** An incident while it is changed; what is not set stays. Mutable; not thread-safe. */
final class IncidentDraft {

  private final Incident from;
  int revision;
  Instant updated;
  Instant exceeded;
  @Nullable Instant closed;
  @Nullable Ending ending;
  Reading latest;
  Reading.Figures strongest;
  List<Long> peak;
  SortedSet<Long> divisions;
  SortedMap<Long, Incident.Part> parts;
  Assessment assessment;
  Links links;
  Remarks remarks;
  Incident.@Nullable Published published;

  IncidentDraft(Incident from) {
    this.from = from;
    revision = from.revision();
    updated = from.updated();
    exceeded = from.exceeded();
    closed = from.closed();
    ending = from.ending();
    latest = from.latest();
    strongest = from.strongest();
    peak = from.peak();
    divisions = from.divisions();
    parts = from.parts();
    assessment = from.assessment();
    links = from.links();
    remarks = from.remarks();
    published = from.published();
  }

  void tellOf(Reading reading) {
    divisions = Incident.divisions(divisions, reading);
    parts = Incident.parts(parts, reading);
  }

  Incident build() {
    return new Incident(
        from.id(),
        revision,
        from.detected(),
        updated,
        exceeded,
        closed,
        ending,
        latest,
        strongest,
        peak,
        divisions,
        parts,
        assessment,
        links,
        remarks,
        published);
  }
}

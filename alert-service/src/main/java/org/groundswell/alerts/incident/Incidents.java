package org.groundswell.alerts.incident;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.common.serialization.BytesSerializer;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.state.KeyValueStore;
import org.groundswell.alerts.detection.DetectionProperties;
import org.groundswell.alerts.evidence.Deletion;
import org.groundswell.alerts.evidence.Erasures;
import org.groundswell.alerts.evidence.Evidence;
import org.groundswell.alerts.evidence.EvidenceIndex;
import org.groundswell.alerts.wire.JsonSerde;
import org.groundswell.alerts.wire.KeyBytes;
import org.jspecify.annotations.Nullable;

/**
 * The remembered incidents, when each is due to be closed or forgotten, and which of them shows
 * whose excerpt. Not thread-safe.
 */
final class Incidents {

  private static final JsonSerde<Incident> INCIDENT = JsonSerde.of(Incident.class);

  private final KeyValueStore<Bytes, byte[]> store;
  private final KeyValueStore<Bytes, byte[]> due;
  private final EvidenceIndex index;
  private final Erasures erasures;
  private final DetectionProperties detection;
  private final IncidentProperties life;

  Incidents(
      KeyValueStore<Bytes, byte[]> store,
      KeyValueStore<Bytes, byte[]> due,
      EvidenceIndex index,
      Erasures erasures,
      DetectionProperties detection,
      IncidentProperties life) {
    this.store = store;
    this.due = due;
    this.index = index;
    this.erasures = erasures;
    this.detection = detection;
    this.life = life;
  }

  List<Incident> of(String country) {
    var found = new ArrayList<Incident>();
    try (var incidents = store.prefixScan(KeyBytes.from(country).bytes(), new BytesSerializer())) {
      incidents.forEachRemaining(entry -> found.add(INCIDENT.read(entry.value)));
    }
    return found;
  }

  /** Returns the incident without excerpts that were taken back before they came. */
  Incident purged(Incident incident) {
    return incident.with(erasures.applyTo(incident.latest().evidence()));
  }

  void keep(Incident incident) {
    Bytes key = key(incident);
    Incident before = read(key);
    if (before != null) {
      due.delete(dueKey(before));
    }
    due.put(dueKey(incident), key.get());
    store.put(key, INCIDENT.write(incident));
    index.replace(key, evidence(before), evidence(incident));
  }

  void forget(Incident incident) {
    Bytes key = key(incident);
    due.delete(dueKey(incident));
    store.delete(key);
    index.replace(key, evidence(incident), List.of());
  }

  /** Returns, earliest first, the incidents that are to be closed or forgotten at a time. */
  List<Incident> due(Instant now) {
    var found = new ArrayList<Incident>();
    Bytes after = KeyBytes.from(now.getEpochSecond() + 1).bytes();
    try (var entries = due.range(KeyBytes.from(0).bytes(), after)) {
      entries.forEachRemaining(entry -> {
        Incident incident = read(Bytes.wrap(entry.value));
        if (incident != null) {
          found.add(incident);
        }
      });
    }
    return found;
  }

  Instant dueTime(Incident incident) {
    Instant closed = incident.closed();
    if (closed != null) {
      // A dismissed one is remembered for as long as its place still tells of it.
      Instant last = closed.isAfter(incident.exceeded()) ? closed : incident.exceeded();
      return last.plus(life.keep());
    }
    LocalDate day = incident.day();
    return day == null
        ? incident.exceeded().plus(detection.closeAfter())
        : incident.place().endOf(day);
  }

  /** Returns the incidents that a deletion concerns, with what it names erased; not kept yet. */
  List<Incident> erased(Deletion deletion) {
    erasures.remember(deletion);
    var erased = new ArrayList<Incident>();
    for (Bytes key : index.owners(deletion)) {
      Incident incident = read(key);
      if (incident != null) {
        erased.add(incident.with(Erasures.apply(deletion, incident.latest().evidence())));
      }
    }
    return erased;
  }

  /** Returns an incident of a country; null when it is not remembered. */
  @Nullable Incident find(String country, String id) {
    return read(KeyBytes.from(country).then(id).bytes());
  }

  private @Nullable Incident read(Bytes key) {
    byte[] value = store.get(key);
    return value == null ? null : INCIDENT.read(value);
  }

  private Bytes dueKey(Incident incident) {
    return KeyBytes.from(dueTime(incident).getEpochSecond()).then(incident.id()).bytes();
  }

  private static Bytes key(Incident incident) {
    return KeyBytes.from(incident.place().country()).then(incident.id()).bytes();
  }

  private static List<Evidence> evidence(@Nullable Incident incident) {
    return incident == null ? List.of() : incident.latest().evidence();
  }
}

package org.groundswell.alerts.detection;

import java.util.List;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.state.KeyValueStore;
import org.groundswell.alerts.evidence.Deletion;
import org.groundswell.alerts.evidence.Erasures;
import org.groundswell.alerts.evidence.Evidence;
import org.groundswell.alerts.evidence.EvidenceIndex;
import org.groundswell.alerts.signals.Place;
import org.groundswell.alerts.wire.JsonSerde;
import org.groundswell.alerts.wire.KeyBytes;
import org.jspecify.annotations.Nullable;

/** The remembered places, and which of them holds whose excerpt. Not thread-safe. */
final class Places {

  private static final JsonSerde<PlaceState> STATE = JsonSerde.of(PlaceState.class);

  private final KeyValueStore<Bytes, byte[]> store;
  private final EvidenceIndex index;
  private final Erasures erasures;

  Places(KeyValueStore<Bytes, byte[]> store, EvidenceIndex index, Erasures erasures) {
    this.store = store;
    this.index = index;
    this.erasures = erasures;
  }

  @Nullable PlaceState find(Place place) {
    return find(key(place));
  }

  @Nullable PlaceState find(Bytes key) {
    byte[] value = store.get(key);
    return value == null ? null : STATE.read(value);
  }

  /** Keeps a place's new state, without excerpts that were taken back before they came. */
  PlaceState keep(List<Evidence> before, PlaceState after) {
    PlaceState kept = after.with(erasures.applyTo(after.evidence()));
    write(key(after.place()), before, kept);
    return kept;
  }

  void erase(Deletion deletion) {
    erasures.remember(deletion);
    for (Bytes key : index.owners(deletion)) {
      PlaceState state = find(key);
      if (state != null) {
        write(key, state.evidence(), state.with(Erasures.apply(deletion, state.evidence())));
      }
    }
  }

  private void write(Bytes key, List<Evidence> before, PlaceState state) {
    store.put(key, STATE.write(state));
    index.replace(key, before, state.evidence());
  }

  static Bytes key(Place place) {
    return KeyBytes.from(place.level().rank()).then(place.id()).bytes();
  }
}

package org.groundswell.alerts.incident;

import java.util.List;
import java.util.function.Function;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.processor.api.ProcessingContext;
import org.apache.kafka.streams.state.KeyValueBytesStoreSupplier;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.Stores;
import org.groundswell.alerts.detection.DetectionProperties;
import org.groundswell.alerts.evidence.Erasures;
import org.groundswell.alerts.evidence.EvidenceIndex;

/** The state of incidents, in key-value stores for the reason that detection's is. */
public final class IncidentStores {

  static final String CLOCKS = "incident-clocks";
  static final String PENDING = "incident-pending";
  static final String INCIDENTS = "incidents";
  static final String DUE = "incident-due";
  static final String EVIDENCE = "incident-evidence";
  static final String ERASURES = "incident-erasures";

  /** Names of all of them, for the processors that share them. */
  public static final List<String> NAMES =
      List.of(CLOCKS, PENDING, INCIDENTS, DUE, EVIDENCE, ERASURES);

  private IncidentStores() {}

  /**
   * Returns what creates them; to be added to the topology once.
   *
   * @param storage what a store keeps its entries in, by its name
   */
  public static List<StoreBuilder<KeyValueStore<Bytes, byte[]>>> builders(
      Function<String, KeyValueBytesStoreSupplier> storage) {
    return NAMES.stream().map(storage).map(IncidentStores::builder).toList();
  }

  static KeyValueStore<Bytes, byte[]> store(ProcessingContext context, String name) {
    return context.getStateStore(name);
  }

  static Incidents incidents(
      ProcessingContext context, DetectionProperties detection, IncidentProperties life) {
    return new Incidents(
        store(context, INCIDENTS),
        store(context, DUE),
        new EvidenceIndex(store(context, EVIDENCE)),
        new Erasures(store(context, ERASURES)),
        detection,
        life);
  }

  private static StoreBuilder<KeyValueStore<Bytes, byte[]>> builder(
      KeyValueBytesStoreSupplier storage) {
    return Stores.keyValueStoreBuilder(storage, Serdes.Bytes(), Serdes.ByteArray());
  }
}

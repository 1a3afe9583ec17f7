package org.groundswell.alerts.detection;

import java.util.List;
import java.util.function.Function;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.processor.api.ProcessingContext;
import org.apache.kafka.streams.state.KeyValueBytesStoreSupplier;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.Stores;
import org.groundswell.alerts.evidence.Erasures;
import org.groundswell.alerts.evidence.EvidenceIndex;

/**
 * The state of detection. All of it is in key-value stores: the changelog of a windowed store is
 * cut by event time, which a replay of an old stream would not survive.
 */
public final class DetectionStores {

  static final String CLOCKS = "clocks";
  static final String PENDING = "pending";
  static final String PLACES = "places";
  static final String EVIDENCE = "place-evidence";
  static final String ERASURES = "place-erasures";
  static final String DUE = "place-due";
  static final String CONDITIONS = "conditions";

  /** Names of all of them, for the processors that share them. */
  public static final List<String> NAMES =
      List.of(CLOCKS, PENDING, PLACES, EVIDENCE, ERASURES, DUE, CONDITIONS);

  private DetectionStores() {}

  /**
   * Returns what creates them; to be added to the topology once.
   *
   * @param storage what a store keeps its entries in, by its name
   */
  public static List<StoreBuilder<KeyValueStore<Bytes, byte[]>>> builders(
      Function<String, KeyValueBytesStoreSupplier> storage) {
    return NAMES.stream().map(storage).map(DetectionStores::builder).toList();
  }

  static KeyValueStore<Bytes, byte[]> store(ProcessingContext context, String name) {
    return context.getStateStore(name);
  }

  static Places places(ProcessingContext context) {
    return new Places(
        store(context, PLACES),
        new EvidenceIndex(store(context, EVIDENCE)),
        new Erasures(store(context, ERASURES)));
  }

  private static StoreBuilder<KeyValueStore<Bytes, byte[]>> builder(
      KeyValueBytesStoreSupplier storage) {
    return Stores.keyValueStoreBuilder(storage, Serdes.Bytes(), Serdes.ByteArray());
  }
}

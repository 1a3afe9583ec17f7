package org.groundswell.alerts.clock;

import java.nio.ByteBuffer;
import java.util.OptionalLong;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.state.KeyValueStore;
import org.groundswell.alerts.wire.KeyBytes;

/** One number that outlives a restart, in a state store that it shares with others. */
public final class Mark {

  private final KeyValueStore<Bytes, byte[]> store;
  private final Bytes key;

  public Mark(KeyValueStore<Bytes, byte[]> store, String name) {
    this.store = store;
    this.key = KeyBytes.from("mark").then(name).bytes();
  }

  public OptionalLong get() {
    byte[] value = store.get(key);
    return value == null ? OptionalLong.empty() : OptionalLong.of(ByteBuffer.wrap(value).getLong());
  }

  public void set(long number) {
    store.put(key, ByteBuffer.allocate(Long.BYTES).putLong(number).array());
  }
}

package org.groundswell.alerts.stream;

import java.util.Map;
import org.apache.kafka.streams.state.RocksDBConfigSetter;
import org.rocksdb.BlockBasedTableConfig;
import org.rocksdb.Cache;
import org.rocksdb.LRUCache;
import org.rocksdb.Options;
import org.rocksdb.WriteBufferManager;

/**
 * Lets all state stores of the process share one bounded piece of memory outside the heap. There
 * are more than ten stores a partition, and by default each would take up to 100 MB for itself.
 * Kafka Streams creates it; see its guide on memory management.
 */
public final class SharedStateMemory implements RocksDBConfigSetter {

  private static final long CACHE_BYTES = 96L << 20;
  private static final long WRITE_BYTES = 48L << 20;
  private static final long WRITE_BUFFER_BYTES = 4L << 20;

  private static final Cache CACHE = new LRUCache(CACHE_BYTES);
  private static final WriteBufferManager WRITES = new WriteBufferManager(WRITE_BYTES, CACHE);

  @Override
  public void setConfig(String storeName, Options options, Map<String, Object> configs) {
    var table = (BlockBasedTableConfig) options.tableFormatConfig();
    table.setBlockCache(CACHE);
    table.setCacheIndexAndFilterBlocks(true);
    options.setTableFormatConfig(table);
    options.setWriteBufferManager(WRITES);
    options.setWriteBufferSize(WRITE_BUFFER_BYTES);
    options.setMaxWriteBufferNumber(2);
  }

  /** The memory belongs to the process, so nothing ends with one store. */
  @Override
  public void close(String storeName, Options options) {
    // Kafka Streams closes the options; cache and manager go on.
  }
}

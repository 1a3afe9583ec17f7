package org.groundswell.quickstart.progress;

import java.util.Map;
import org.apache.kafka.common.TopicPartition;

/**
 * One look at a run.
 *
 * @param counts what has been done
 * @param replayed whether the whole file is in Kafka
 * @param done whether all of it went the whole way, into the database
 * @param waiting where those stand that hold back the end; two looks with equal answers had no
 *     progress between them, though clocks may have gone on
 */
public record Look(
    Counts counts, boolean replayed, boolean done, Map<TopicPartition, Long> waiting) {}

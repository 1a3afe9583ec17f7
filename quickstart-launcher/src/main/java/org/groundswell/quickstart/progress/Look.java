package org.groundswell.quickstart.progress;

/**
 * One look at a run.
 *
 * @param counts what has been done
 * @param replayed whether the whole file is in Kafka
 * @param done whether all of it went the whole way, into the database
 * @param sumOfProgress two looks with the same sum had nothing written or processed between them
 */
public record Look(Counts counts, boolean replayed, boolean done, long sumOfProgress) {}

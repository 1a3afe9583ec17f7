package org.groundswell.alerts.detection;

/**
 * A partition of the signals has judged every minute before one.
 *
 * @param partition of the topic of signals
 * @param partitions how many there are
 * @param minute from 1970, the first not judged yet
 */
public record Progress(int partition, int partitions, long minute) implements Candidate {}

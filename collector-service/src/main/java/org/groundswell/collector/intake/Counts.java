package org.groundswell.collector.intake;

/**
 * What came of a source's posts so far. When nothing is on its way, {@code read = published +
 * rejected}.
 */
public record Counts(long read, long published, long rejected) {}

package org.groundswell.collector.cursor;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.time.Instant;

/**
 * The record on {@code groundswell.source-cursors}.
 *
 * @param cursor in the source's own form
 */
@JsonIgnoreProperties(ignoreUnknown = true)
record SourceCursor(String source, String cursor, Instant at) {}

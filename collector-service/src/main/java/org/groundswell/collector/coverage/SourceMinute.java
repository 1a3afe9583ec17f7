package org.groundswell.collector.coverage;

import java.time.Instant;
import java.util.Map;

/**
 * Posts of one source in one minute of event time.
 *
 * @param minute its beginning
 * @param posts how many, from 0
 * @param languages how many by the source's own hint, {@code und} where it gives none and {@code
 *     other} beyond 40 languages; they add up to the posts
 */
public record SourceMinute(
    String source, Instant minute, int posts, Map<String, Integer> languages) {}

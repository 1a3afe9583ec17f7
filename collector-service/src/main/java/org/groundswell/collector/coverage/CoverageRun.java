package org.groundswell.collector.coverage;

import java.time.Instant;
import java.util.List;

/**
 * Posts of one source in consecutive minutes of event time, as a clock tells them: what was sent
 * since the clock before. A minute may be told several times; the figures are to be added up.
 *
 * @param from beginning of the first minute
 * @param posts one figure a minute, at least one; none is negative
 */
public record CoverageRun(String source, Instant from, List<Integer> posts) {

  public CoverageRun {
    posts = List.copyOf(posts);
  }
}

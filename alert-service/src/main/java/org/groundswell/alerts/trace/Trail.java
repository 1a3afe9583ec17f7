package org.groundswell.alerts.trace;

import io.opentelemetry.api.trace.Span;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Where the trace of a sampled post has come to.
 *
 * @param traceparent the last span, in the form of the header
 * @param minute in which the post was judged, from 1970
 */
public record Trail(String traceparent, long minute) {

  /** Returns the trail that ends with a span. */
  public static Trail of(Span span, long minute) {
    return new Trail(Traces.of(span), minute);
  }

  /**
   * Adds a trail to those that are remembered, and forgets the oldest beyond {@link Traces#MOST}.
   *
   * @param known null for none, as in a state that was written without traces
   */
  public static List<Trail> add(@Nullable List<Trail> known, Trail newest) {
    List<Trail> all =
        Stream.concat(known == null ? Stream.empty() : known.stream(), Stream.of(newest)).toList();
    return all.subList(Math.max(0, all.size() - Traces.MOST), all.size());
  }
}

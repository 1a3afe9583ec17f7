package org.groundswell.dashboard.live;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.api.trace.propagation.W3CTraceContextPropagator;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.propagation.TextMapGetter;
import java.util.List;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Ends the trace of a post that has led to an alert, as the header {@code traceparent} (W3C Trace
 * Context) of the alert's record says. Nothing is made for other alerts.
 */
@Component
class AlertTraces {

  static final String SPAN = "pass on alert";

  private static final String HEADER = "traceparent";

  private final Tracer tracer;

  AlertTraces(Tracer tracer) {
    this.tracer = tracer;
  }

  /** Does some work with a record, within a span when the record belongs to a sampled trace. */
  void trace(Headers headers, Runnable work) {
    Context parent =
        headers.lastHeader(HEADER) == null
            ? Context.root()
            : W3CTraceContextPropagator.getInstance()
                .extract(Context.root(), headers, new HeaderGetter());
    if (Span.fromContext(parent).getSpanContext().isSampled()) {
      within(
          tracer.spanBuilder(SPAN).setParent(parent).setSpanKind(SpanKind.CONSUMER).startSpan(),
          work);
    } else {
      work.run();
    }
  }

  private static void within(Span span, Runnable work) {
    try (var _ = span.makeCurrent()) {
      work.run();
    } finally {
      span.end();
    }
  }

  private static final class HeaderGetter implements TextMapGetter<Headers> {

    @Override
    public Iterable<String> keys(Headers headers) {
      return List.of(HEADER);
    }

    @Override
    public @Nullable String get(@Nullable Headers headers, String name) {
      Header header = headers == null ? null : headers.lastHeader(name);
      return header == null || header.value() == null ? null : new String(header.value(), UTF_8);
    }
  }
}

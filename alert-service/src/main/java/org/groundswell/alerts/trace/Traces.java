package org.groundswell.alerts.trace;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.TraceFlags;
import io.opentelemetry.api.trace.TraceState;
import io.opentelemetry.api.trace.Tracer;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.jspecify.annotations.Nullable;

/**
 * Continues traces. Between spans a trace is the text of the header {@code traceparent} (W3C Trace
 * Context, version 00), which survives a restart in the state. Spans hold places and counts; never
 * a post's id, text, author or address. Thread-safe.
 */
public final class Traces {

  /** Most spans that another is joined to. */
  public static final int MOST = 8;

  private static final String HEADER = "traceparent";
  private static final Pattern SAMPLED =
      Pattern.compile("00-(?!0{32})([0-9a-f]{32})-(?!0{16})([0-9a-f]{16})-[0-9a-f][13579bdf]");

  private final Tracer tracer;

  public Traces(Tracer tracer) {
    this.tracer = tracer;
  }

  /**
   * Returns the trace that a record belongs to; null unless it is sampled, as nearly all are not.
   */
  public static @Nullable String of(Headers headers) {
    Header header = headers.lastHeader(HEADER);
    if (header == null || header.value() == null) {
      return null;
    }
    String text = new String(header.value(), UTF_8);
    return SAMPLED.matcher(text).matches() ? text : null;
  }

  /** Writes the context of a span for whoever reads the record. */
  public static void write(Span span, Headers headers) {
    headers.add(HEADER, of(span).getBytes(UTF_8));
  }

  /** Returns the context of a span in the form of the header. */
  public static String of(Span span) {
    SpanContext context = span.getSpanContext();
    return "00-%s-%s-%s"
        .formatted(context.getTraceId(), context.getSpanId(), context.getTraceFlags().asHex());
  }

  /**
   * Starts a span; end it.
   *
   * @param traces that lead to it, oldest first and at least one: the newest, which tipped the
   *     scales, is the parent, {@value #MOST} others at most are linked
   */
  public Span begin(String name, SpanKind kind, List<String> traces) {
    var builder =
        tracer
            .spanBuilder(name)
            .setSpanKind(kind)
            .setParent(
                io.opentelemetry.context.Context.root().with(Span.wrap(context(traces.getLast()))));
    traces.subList(Math.max(0, traces.size() - 1 - MOST), traces.size() - 1).stream()
        .map(Traces::context)
        .forEach(builder::addLink);
    return builder.startSpan();
  }

  private static SpanContext context(String trace) {
    Matcher parts = SAMPLED.matcher(trace);
    return parts.matches()
        ? SpanContext.createFromRemoteParent(
            parts.group(1), parts.group(2), TraceFlags.getSampled(), TraceState.getDefault())
        : SpanContext.getInvalid();
  }
}

package org.groundswell.nlp.intake;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.api.trace.propagation.W3CTraceContextPropagator;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.propagation.TextMapGetter;
import java.util.List;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.groundswell.nlp.intake.Result.Analysed;
import org.groundswell.nlp.pipeline.Outcome;
import org.groundswell.nlp.pipeline.Outcome.Dropped;
import org.groundswell.nlp.pipeline.Outcome.Forwarded;
import org.groundswell.nlp.pipeline.Outcome.Rejected;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Continues the trace of a post that the collector has chosen, as the header {@code traceparent}
 * (W3C Trace Context) of its record says. Nothing is made for the others, which are nearly all.
 *
 * <p>Spans tell which record, how long, and what it came to; never a text, an author or an address.
 */
@Component
class PostTraces {

  static final String HEADER = "traceparent";
  static final String SPAN = "analyse post";

  private static final W3CTraceContextPropagator W3C = W3CTraceContextPropagator.getInstance();

  private final Tracer tracer;

  PostTraces(Tracer tracer) {
    this.tracer = tracer;
  }

  /** Analyses a record, within a span when its post has been chosen. */
  Result trace(ConsumerRecord<byte[], byte[]> record, Supplier<Result> analysis) {
    if (record.headers().lastHeader(HEADER) == null) {
      return analysis.get();
    }
    Context parent = W3C.extract(Context.root(), record, new HeaderGetter());
    return Span.fromContext(parent).getSpanContext().isSampled()
        ? within(begin(record, parent), analysis)
        : analysis.get();
  }

  private Span begin(ConsumerRecord<byte[], byte[]> record, Context parent) {
    return tracer
        .spanBuilder(SPAN)
        .setParent(parent)
        .setSpanKind(SpanKind.CONSUMER)
        .setAttribute("messaging.system", "kafka")
        .setAttribute("messaging.destination.name", record.topic())
        .setAttribute("messaging.destination.partition.id", Integer.toString(record.partition()))
        .setAttribute("messaging.kafka.offset", record.offset())
        .startSpan();
  }

  private static Result within(Span span, Supplier<Result> analysis) {
    try (var _ = span.makeCurrent()) {
      Result result = analysis.get();
      if (!(result instanceof Analysed analysed)) {
        return result;
      }
      span.setAttribute("groundswell.outcome", name(analysed.outcome()));
      return analysed.with(format(span.getSpanContext()));
    } finally {
      span.end();
    }
  }

  private static String name(Outcome outcome) {
    return switch (outcome) {
      case Forwarded _ -> "forwarded";
      case Dropped(var reason, _) -> "dropped " + reason;
      case Rejected(var reason, _) -> "rejected " + reason;
    };
  }

  private static @Nullable String format(SpanContext span) {
    var written = new String[1];
    W3C.inject(
        Context.root().with(Span.wrap(span)),
        written,
        (carrier, name, value) -> {
          if (carrier != null && name.equals(HEADER)) {
            carrier[0] = value;
          }
        });
    return written[0];
  }

  private static final class HeaderGetter implements TextMapGetter<ConsumerRecord<byte[], byte[]>> {

    @Override
    public Iterable<String> keys(ConsumerRecord<byte[], byte[]> record) {
      return List.of(HEADER);
    }

    @Override
    public @Nullable String get(@Nullable ConsumerRecord<byte[], byte[]> record, String name) {
      Header header = record == null ? null : record.headers().lastHeader(name);
      return header == null || header.value() == null ? null : new String(header.value(), UTF_8);
    }
  }
}

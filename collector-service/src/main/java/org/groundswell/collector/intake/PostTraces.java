package org.groundswell.collector.intake;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.api.trace.propagation.W3CTraceContextPropagator;
import io.opentelemetry.context.Context;
import java.util.concurrent.ThreadLocalRandom;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.micrometer.tracing.autoconfigure.TracingProperties;
import org.springframework.stereotype.Component;

/**
 * Begins the trace of a post now and then, as often as {@code
 * management.tracing.sampling.probability} says, and writes its context into the header {@code
 * traceparent} (W3C Trace Context) of the record. Nothing is made for the others. Thread-safe.
 *
 * <p>A span tells the source and when Kafka had the post; never a text, an author or an address.
 */
@Component
class PostTraces {

  static final String HEADER = "traceparent";
  static final String SPAN = "collect post";

  private static final W3CTraceContextPropagator W3C = W3CTraceContextPropagator.getInstance();

  private final Tracer tracer;
  private final float probability;

  PostTraces(Tracer tracer, TracingProperties tracing) {
    this.tracer = tracer;
    this.probability = tracing.getSampling().getProbability();
  }

  /** Returns the first span of a post's trace; null for a post that is not chosen. */
  @Nullable Span choose(String source) {
    if (ThreadLocalRandom.current().nextFloat() >= probability) {
      return null;
    }
    return tracer
        .spanBuilder(SPAN)
        .setNoParent()
        .setSpanKind(SpanKind.PRODUCER)
        .setAttribute("groundswell.source", source)
        .startSpan();
  }

  /** Lets whoever reads the record go on with the trace. */
  static void write(Span post, ProducerRecord<?, ?> record) {
    W3C.inject(
        Context.root().with(post),
        record,
        (carrier, name, value) -> {
          if (carrier != null) {
            carrier.headers().add(name, value.getBytes(UTF_8));
          }
        });
  }

  /** Ends the span of a post that Kafka has acknowledged or, for a cause, will not have. */
  static void end(Span post, @Nullable Throwable cause) {
    if (cause != null) {
      post.setStatus(StatusCode.ERROR, cause.getClass().getSimpleName());
    }
    post.end();
  }
}

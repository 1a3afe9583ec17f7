package org.groundswell.collector.intake;

import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.context.Context;
import io.opentelemetry.sdk.trace.data.LinkData;
import io.opentelemetry.sdk.trace.samplers.Sampler;
import io.opentelemetry.sdk.trace.samplers.SamplingResult;
import java.util.List;

/**
 * Keeps every trace of a post, since {@link PostTraces} has drawn lots before it made a span; draws
 * lots for all others.
 */
final class PostSampler implements Sampler {

  private final Sampler others;

  /**
   * @param others decides on what is not the trace of a post
   */
  PostSampler(Sampler others) {
    this.others = others;
  }

  @Override
  public SamplingResult shouldSample(
      Context parent,
      String trace,
      String name,
      SpanKind kind,
      Attributes attributes,
      List<LinkData> links) {
    return name.equals(PostTraces.SPAN)
        ? SamplingResult.recordAndSample()
        : others.shouldSample(parent, trace, name, kind, attributes, links);
  }

  @Override
  public String getDescription() {
    return "PostSampler{" + others.getDescription() + "}";
  }
}

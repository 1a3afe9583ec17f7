package org.groundswell.nlp.pipeline;

import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.sdk.testing.exporter.InMemorySpanExporter;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.export.BatchSpanProcessor;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What it costs to see the analysis, in processor time: microseconds a post on the simulated week,
 * untraced and traced, and nanoseconds of the timer of one step. Run it by its name; it asserts
 * nothing, since times are those of the machine.
 */
class ObservingEval {

  private static final Path WEEK = Path.of("../sample/simulated-week.ndjson.gz");
  private static final int ROUNDS = 3;
  private static final int CALLS = 2_000_000;

  @Test
  void measures() throws IOException {
    List<Post> posts = posts();
    Tracer tracer =
        SdkTracerProvider.builder()
            .addSpanProcessor(BatchSpanProcessor.builder(InMemorySpanExporter.create()).build())
            .build()
            .get("eval");
    try (var context =
        PipelineContext.open(new PrometheusMeterRegistry(PrometheusConfig.DEFAULT))) {
      PostAnalysis analysis = context.getBean(PostAnalysis.class);
      StepTimes steps = context.getBean(StepTimes.class);
      for (int round = 0; round < ROUNDS; round++) {
        System.out.printf(
            "untraced %.2f us a post, every post traced %.2f us, timer of a step %.1f ns%n",
            microseconds(posts, analysis::analyse),
            microseconds(posts, post -> traced(tracer, analysis, post)),
            nanosecondsOfATimer(steps));
      }
    }
  }

  private static void traced(Tracer tracer, PostAnalysis analysis, Post post) {
    Span span = tracer.spanBuilder("analyse post").setNoParent().startSpan();
    try (var _ = span.makeCurrent()) {
      analysis.analyse(post);
    } finally {
      span.end();
    }
  }

  private static double microseconds(List<Post> posts, Consumer<Post> work) {
    long begun = processorNanos();
    posts.forEach(work);
    return (processorNanos() - begun) / 1e3 / posts.size();
  }

  /** Of this thread: what else the machine does counts nothing. */
  private static long processorNanos() {
    return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
  }

  private static double nanosecondsOfATimer(StepTimes steps) {
    long begun = processorNanos();
    for (int i = 0; i < CALLS; i++) {
      steps.time(Step.TEXT, () -> WEEK);
    }
    return (processorNanos() - begun) / (double) CALLS;
  }

  private static List<Post> posts() throws IOException {
    try (var lines =
        new BufferedReader(
            new InputStreamReader(
                new GZIPInputStream(Files.newInputStream(WEEK)), StandardCharsets.UTF_8))) {
      return lines.lines().map(ObservingEval::post).toList();
    }
  }

  private static Post post(String line) {
    JsonNode post = JsonMapper.shared().readTree(line);
    return Posts.saying(post.get("text").asString());
  }
}

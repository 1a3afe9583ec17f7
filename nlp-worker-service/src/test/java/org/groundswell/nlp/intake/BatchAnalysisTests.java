package org.groundswell.nlp.intake;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.groundswell.nlp.intake.Json.START;

import io.opentelemetry.api.OpenTelemetry;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.groundswell.nlp.intake.Result.Analysed;
import org.groundswell.nlp.pipeline.Outcome;
import org.groundswell.nlp.pipeline.Outcome.DropReason;
import org.groundswell.nlp.pipeline.Outcome.Dropped;
import org.groundswell.nlp.pipeline.Outcome.RejectReason;
import org.groundswell.nlp.pipeline.Outcome.Rejected;
import org.groundswell.nlp.pipeline.Post;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

class BatchAnalysisTests {

  private static final PostTraces TRACES = new PostTraces(OpenTelemetry.noop().getTracer("tests"));

  private final BatchAnalysis analysis = new BatchAnalysis(BatchAnalysisTests::outcome, TRACES, 4);

  @AfterEach
  void stop() {
    analysis.destroy();
  }

  @Test
  void givesResultsInTheOrderOfTheRecords() throws InterruptedException {
    var batch = IntStream.range(0, 1_000).mapToObj(i -> record("" + i)).toList();

    List<Result> results = analysis.analyse(batch);

    assertThat(results)
        .isEqualTo(
            IntStream.range(0, 1_000)
                .mapToObj(i -> new Analysed(new Rejected(RejectReason.UNREADABLE, "" + i), START))
                .toList());
  }

  @Test
  void keepsAFaultToTheRecordThatCausedIt() throws InterruptedException {
    assertThat(analysis.analyse(List.of(record("fault"), record("overflow"), record("1"))))
        .containsExactly(
            new Analysed(
                new Rejected(RejectReason.ANALYSIS_FAILED, "IllegalStateException"), START),
            new Analysed(new Rejected(RejectReason.ANALYSIS_FAILED, "StackOverflowError"), START),
            new Analysed(new Rejected(RejectReason.UNREADABLE, "1"), START));
  }

  @Test
  @ExtendWith(OutputCaptureExtension.class)
  void logsWhereAnAnalysisFailedAndNotWhatItQuotes(CapturedOutput output)
      throws InterruptedException {
    analysis.analyse(List.of(record("quote")));

    assertThat(output)
        .contains("java.lang.IllegalArgumentException", "BatchAnalysisTests.outcome")
        .doesNotContain("zebrafinch");
  }

  @Test
  void dropsDeletions() throws InterruptedException {
    var deletion = new ConsumerRecord<byte[], byte[]>("posts", 0, 0, new byte[0], null);

    assertThat(analysis.analyse(List.of(deletion)))
        .containsExactly(new Analysed(new Dropped(DropReason.DELETED, "und")));
  }

  /** Stands for an analysis: the outcome carries the post's text. */
  private static Outcome outcome(Post post) {
    return switch (post.text()) {
      case "fault" -> throw new IllegalStateException("On purpose");
      case "quote" -> throw new IllegalArgumentException("zebrafinch", new Error("zebrafinch"));
      case "overflow" -> throw new StackOverflowError();
      case String text -> new Rejected(RejectReason.UNREADABLE, text);
    };
  }

  private static ConsumerRecord<byte[], byte[]> record(String text) {
    byte[] value = Json.post("1", START, text).getBytes(UTF_8);
    return new ConsumerRecord<>("posts", 0, 0, new byte[0], value);
  }
}

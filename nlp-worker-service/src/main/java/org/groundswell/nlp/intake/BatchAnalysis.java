package org.groundswell.nlp.intake;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.groundswell.nlp.intake.Incoming.Deletion;
import org.groundswell.nlp.intake.Incoming.NewPost;
import org.groundswell.nlp.intake.Incoming.Tick;
import org.groundswell.nlp.intake.Incoming.Unreadable;
import org.groundswell.nlp.intake.Result.Analysed;
import org.groundswell.nlp.intake.Result.Ticked;
import org.groundswell.nlp.language.LanguageDetector;
import org.groundswell.nlp.pipeline.Outcome;
import org.groundswell.nlp.pipeline.Outcome.DropReason;
import org.groundswell.nlp.pipeline.Outcome.Dropped;
import org.groundswell.nlp.pipeline.Outcome.RejectReason;
import org.groundswell.nlp.pipeline.Outcome.Rejected;
import org.groundswell.nlp.pipeline.Post;
import org.groundswell.nlp.pipeline.PostAnalysis;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/**
 * Analyses the records of a batch on all threads it is given; results come in the records' order.
 */
@Component
class BatchAnalysis implements DisposableBean {

  private static final Logger LOG = LoggerFactory.getLogger(BatchAnalysis.class);

  /** Records that one task takes: some milliseconds of work. */
  private static final int RUN = 100;

  private final Function<Post, Outcome> analysis;
  private final PostTraces traces;
  private final ExecutorService threads;

  @Autowired
  BatchAnalysis(PostAnalysis analysis, PostTraces traces, IntakeProperties properties) {
    this(analysis::analyse, traces, properties.threads());
  }

  BatchAnalysis(Function<Post, Outcome> analysis, PostTraces traces, int threads) {
    this.analysis = analysis;
    this.traces = traces;
    this.threads =
        Executors.newFixedThreadPool(threads, Thread.ofPlatform().name("analysis-", 0).factory());
  }

  /**
   * Analyses records, each for itself: a fault in one is its own outcome and no other's. Each
   * thread takes a run of neighbours, for a post is analysed in less time than a task is handed
   * over.
   *
   * @param batch with null values for deletions
   */
  List<Result> analyse(List<ConsumerRecord<byte[], byte[]>> batch) throws InterruptedException {
    var tasks = new ArrayList<Callable<List<Result>>>();
    for (int start = 0; start < batch.size(); start += RUN) {
      var run = batch.subList(start, Math.min(batch.size(), start + RUN));
      tasks.add(() -> run.stream().map(this::traced).toList());
    }
    return threads.invokeAll(tasks).stream().flatMap(done -> get(done).stream()).toList();
  }

  private Result traced(ConsumerRecord<byte[], byte[]> record) {
    return traces.trace(record, () -> result(record.value()));
  }

  private Result result(byte @Nullable [] value) {
    return switch (PostsReader.read(value)) {
      case NewPost(Post post) -> new Analysed(outcome(post), post.collectedAt());
      case Deletion() ->
          new Analysed(new Dropped(DropReason.DELETED, LanguageDetector.UNDETERMINED));
      case Tick(CollectorClock clock) -> new Ticked(clock);
      case Unreadable(String detail) -> new Analysed(new Rejected(RejectReason.UNREADABLE, detail));
    };
  }

  private Outcome outcome(Post post) {
    try {
      return analysis.apply(post);
    } catch (RuntimeException | StackOverflowError e) { // the latter from a pattern on a wild text
      LOG.warn("The analysis of a post failed; it is a dead letter now", UnquotedFailure.of(e));
      return new Rejected(RejectReason.ANALYSIS_FAILED, e.getClass().getSimpleName());
    }
  }

  private static List<Result> get(Future<List<Result>> done) {
    try {
      return done.resultNow();
    } catch (IllegalStateException e) {
      throw new IllegalStateException(
          "The analysis of some records broke off", done.exceptionNow());
    }
  }

  @Override
  public void destroy() {
    threads.shutdownNow();
  }
}

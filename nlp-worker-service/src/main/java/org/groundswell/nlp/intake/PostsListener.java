package org.groundswell.nlp.intake;

import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.groundswell.nlp.intake.Result.Analysed;
import org.groundswell.nlp.intake.Result.Ticked;
import org.groundswell.nlp.pipeline.Outcome.Dropped;
import org.groundswell.nlp.pipeline.Outcome.Forwarded;
import org.groundswell.nlp.pipeline.Outcome.Rejected;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Turns {@code groundswell.posts} into {@code groundswell.signals}, exactly once for readers of
 * committed records.
 *
 * <p>The container begins a Kafka transaction for each batch and commits the batch's offsets in it;
 * signals, dead letters and watermarks are sent within. When any of it fails the transaction is
 * aborted and the batch comes back: readers see all of a batch or nothing. Signals are written in
 * the order of the posts, watermarks after them, so that a watermark never precedes the signal of
 * an earlier post.
 */
@Component
class PostsListener {

  private final BatchAnalysis analysis;
  private final SignalsWriter writer;
  private final PostCounters counters;

  PostsListener(BatchAnalysis analysis, SignalsWriter writer, PostCounters counters) {
    this.analysis = analysis;
    this.writer = writer;
    this.counters = counters;
  }

  @KafkaListener(
      id = "posts",
      idIsGroup = false,
      topics = "${groundswell.topics.posts:groundswell.posts}",
      batch = "true")
  void onPosts(List<ConsumerRecord<byte[], byte[]>> batch) throws InterruptedException {
    List<Result> results = analysis.analyse(batch);
    write(batch, results);
    TransactionSynchronizationManager.registerSynchronization(
        new TransactionSynchronization() {
          @Override
          public void afterCommit() {
            counters.count(results);
          }
        });
  }

  /** Sends what a batch came to, its watermarks last. */
  void write(List<ConsumerRecord<byte[], byte[]>> batch, List<Result> results) {
    for (int i = 0; i < results.size(); i++) {
      if (results.get(i) instanceof Analysed analysed) {
        write(batch.get(i), analysed);
      }
    }
    writer.write(watermarks(results));
  }

  private void write(ConsumerRecord<byte[], byte[]> record, Analysed analysed) {
    String trace = analysed.traceparent();
    switch (analysed.outcome()) {
      case Forwarded(var signals) -> signals.forEach(signal -> writer.write(signal, trace));
      case Rejected rejected -> writer.write(record, rejected, trace);
      case Dropped _ -> {}
    }
  }

  private static List<Watermark> watermarks(List<Result> results) {
    var watermarks = new BatchWatermarks();
    for (Result result : results) {
      if (result instanceof Ticked(CollectorClock clock)) {
        watermarks.add(clock);
      }
    }
    return watermarks.all();
  }
}

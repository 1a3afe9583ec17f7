package org.groundswell.collector.intake;

import java.util.concurrent.CompletableFuture;

/** What became of a candidate. */
public sealed interface Submission {

  /**
   * It is on its way to Kafka.
   *
   * @param acknowledged completes when the broker has it, exceptionally when the broker will not
   *     have it
   */
  record Sent(CompletableFuture<Void> acknowledged) implements Submission {}

  /** It was refused and counted; nothing was sent. */
  record Refused(Rejection rejection) implements Submission {}

  /** There was nothing to send. */
  record Skipped() implements Submission {}
}

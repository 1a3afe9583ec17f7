package org.groundswell.quickstart.progress;

/**
 * How far a run has come, in records of Kafka that are durable and, where they were written in a
 * transaction, committed.
 *
 * @param published posts in {@code groundswell.posts}
 * @param rejectedBySource lines that the collector refused, in {@code groundswell.sources.dlt}
 * @param rejectedByWorker posts that no worker could read, in {@code groundswell.posts.dlt}
 * @param answered published posts whose outcome the workers have committed
 * @param signals posts that speak of unrest in a place; a post counts once for each of its places
 * @param alertsOpened alerts that were raised in this run
 * @param alertsOpen those of the alerts seen in this run that are open now
 */
public record Counts(
    long published,
    long rejectedBySource,
    long rejectedByWorker,
    long answered,
    long signals,
    long alertsOpened,
    long alertsOpen) {

  /** Posts read: published or rejected by the source. */
  public long read() {
    return published + rejectedBySource;
  }

  /** Posts rejected anywhere. */
  public long rejected() {
    return rejectedBySource + rejectedByWorker;
  }

  /** Posts that a worker has judged; once {@link #lag()} is zero, read = analysed + rejected. */
  public long analysed() {
    return Math.max(0, answered - rejectedByWorker);
  }

  /** Posts that wait for a worker. */
  public long lag() {
    return published - answered;
  }
}

package org.groundswell.collector.intake;

import io.opentelemetry.api.trace.Span;
import java.time.Clock;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.UnaryOperator;
import org.groundswell.collector.coverage.PostCounter;
import org.groundswell.collector.intake.Rejection.Reason;
import org.groundswell.collector.intake.Submission.Refused;
import org.groundswell.collector.intake.Submission.Sent;
import org.groundswell.collector.intake.Submission.Skipped;
import org.groundswell.collector.topics.Topics;
import org.jspecify.annotations.Nullable;

/**
 * The way in for one source. Nothing blocks but a full producer buffer, which is the back-pressure.
 * Thread-safe.
 */
public final class Door {

  private final String name;
  private final UnaryOperator<Instant> stamp;
  private final Outbox outbox;
  private final AuthorKeys authors;
  private final Clock wall;
  private final DoorCounters counters;
  private final PostTraces traces;
  private final PostCounter coverage;
  private final AtomicReference<@Nullable Throwable> failure = new AtomicReference<>();

  Door(
      String name,
      UnaryOperator<Instant> stamp,
      Outbox outbox,
      AuthorKeys authors,
      Clock wall,
      DoorCounters counters,
      PostTraces traces,
      PostCounter coverage) {
    this.name = name;
    this.stamp = stamp;
    this.outbox = outbox;
    this.authors = authors;
    this.wall = wall;
    this.counters = counters;
    this.traces = traces;
    this.coverage = coverage;
  }

  /** Takes one piece of input: counts it, checks it and sends it. */
  public Submission submit(Candidate candidate) {
    return switch (candidate) {
      case RawPost post -> take(post);
      case Rejection rejection -> refuse(rejection);
      case TakenBack(String source, String id) -> takeBack(source, id);
      case NotAPost _ -> new Skipped();
    };
  }

  /**
   * Takes a post back: a null on the posts, which makes compaction erase it, and a deletion record
   * for whoever has kept something of it.
   */
  public CompletableFuture<Void> delete(String source, String id, DeletionReason reason) {
    counters.deletions.increment();
    String key = key(source, id);
    var deletion = Deletion.ofPost(source, key, wall.instant(), reason);
    return watch(
        CompletableFuture.allOf(
            outbox.send(Topics.POSTS, key, null), outbox.send(Topics.DELETIONS, key, deletion)));
  }

  /** Returns what stands for an account of this source, for ids that would name it. */
  public String authorKey(String account) {
    return authors.keyOf(name, account);
  }

  /** Takes back everything of an account. */
  public CompletableFuture<Void> deleteAuthor(String account, DeletionReason reason) {
    counters.deletions.increment();
    String authorKey = authorKey(account);
    var deletion = Deletion.ofAuthor(name, authorKey, wall.instant(), reason);
    return watch(outbox.send(Topics.DELETIONS, key(name, authorKey), deletion));
  }

  /**
   * Writes down that input was refused.
   *
   * @param position where the input can be found again
   */
  public void deadLetter(String position, Rejection rejection) {
    var letter = DeadLetter.of(name, position, rejection, wall.instant());
    var acknowledged = outbox.send(Topics.DEAD_LETTERS, name, letter);
    var _ = acknowledged.thenRun(counters.deadLetters::increment);
    var _ = watch(acknowledged);
  }

  /**
   * Waits until all that was sent is acknowledged.
   *
   * @throws SendFailed when anything sent through this door since it was opened was not
   *     acknowledged
   */
  public void flush() {
    outbox.flush();
    check();
  }

  /**
   * Looks without waiting whether all is well.
   *
   * @throws SendFailed as {@link #flush()}
   */
  public void check() {
    Throwable cause = failure.get();
    if (cause != null) {
      throw new SendFailed(cause);
    }
  }

  /** Forgets a failure, because what was lost will be submitted again. */
  public void forgive() {
    failure.set(null);
  }

  /** Returns the counts so far. */
  public Counts counts() {
    return counters.counts();
  }

  private Submission takeBack(String source, String id) {
    Rejection complaint = PostCheck.keyComplaint(source, id);
    return complaint == null
        ? new Sent(delete(source, id, DeletionReason.AUTHOR_DELETED_POST))
        : refuse(complaint);
  }

  private Submission take(RawPost post) {
    Rejection complaint = PostCheck.complaint(post);
    return complaint == null ? send(post) : refuse(complaint);
  }

  private Submission send(RawPost raw) {
    Span trace;
    CompletableFuture<Void> acknowledged;
    synchronized (outbox) { // no clock may come between the stamp and the post
      Post post = post(raw, stamp.apply(raw.createdAt()));
      byte[] record = outbox.bytes(post);
      Rejection complaint = PostCheck.complaint(record);
      if (complaint != null) {
        return refuse(complaint);
      }
      counters.countRead();
      trace = traces.choose(name);
      acknowledged = outbox.sendBytes(Topics.POSTS, key(post.source(), post.id()), record, trace);
      countAsSeen(post, acknowledged);
    }
    var _ = acknowledged.whenComplete((_, cause) -> settle(trace, cause));
    return new Sent(watch(acknowledged));
  }

  /** What the producer did not even take is not counted; it will be submitted again. */
  private void countAsSeen(Post post, CompletableFuture<Void> acknowledged) {
    if (!acknowledged.isCompletedExceptionally()) {
      coverage.count(post.source(), post.language(), post.eventTime());
    }
  }

  private Post post(RawPost raw, Instant eventTime) {
    String account = raw.author();
    return new Post(
        raw.source(),
        raw.id(),
        raw.createdAt(),
        eventTime,
        wall.instant(),
        raw.text(),
        PostCheck.language(raw.language()),
        account == null
            ? PostCheck.authorKey(raw.authorKey())
            : authors.keyOf(raw.source(), account),
        raw.coordinates(),
        PostCheck.place(raw.place()),
        PostCheck.place(raw.profileLocation()),
        PostCheck.items(raw.hashtags()),
        PostCheck.items(raw.links()),
        PostCheck.postKey(raw.repostOf()),
        PostCheck.url(raw.url()));
  }

  private Submission refuse(Rejection rejection) {
    counters.countRead();
    counters.reject(rejection.reason());
    return new Refused(rejection);
  }

  private void settle(@Nullable Span trace, @Nullable Throwable cause) {
    count(cause);
    if (trace != null) {
      PostTraces.end(trace, cause);
    }
  }

  private void count(@Nullable Throwable cause) {
    if (cause == null) {
      counters.published.increment();
    } else {
      counters.reject(Reason.UNACKNOWLEDGED);
    }
  }

  private CompletableFuture<Void> watch(CompletableFuture<Void> acknowledged) {
    var _ = acknowledged.whenComplete((_, cause) -> failure.compareAndSet(null, cause));
    return acknowledged;
  }

  private static String key(String source, String id) {
    return source + ":" + id;
  }
}

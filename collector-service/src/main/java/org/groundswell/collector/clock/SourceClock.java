package org.groundswell.collector.clock;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/**
 * Where one source is in its own time. Thread-safe: it is guarded by its {@link StreamClock}.
 *
 * <p>Life: announced, {@link #start started}, {@link #observe moved on} by what the source shows,
 * and for a file {@link #finish finished}, from where it runs on with the wall clock.
 */
public final class SourceClock {

  /** Beyond the last post by so much, so that the minute it lies in can be judged. */
  private static final Duration LAST_MINUTE = Duration.ofMinutes(1);

  private final StreamClock stream;
  private final Clock wall;
  private final Duration disorder;
  private final boolean file;
  private Instant now = Instant.MIN;
  private Instant promise = Instant.MIN;
  private Instant movedAt = Instant.MIN;
  private boolean finished;

  SourceClock(StreamClock stream, Clock wall, Duration disorder, boolean file) {
    this.stream = stream;
    this.wall = wall;
    this.disorder = disorder;
    this.file = file;
  }

  /**
   * Sets the source in motion.
   *
   * @param first nothing of this source will count before it
   */
  public void start(Instant first) {
    synchronized (stream) {
      now = first;
      promise = first;
      movedAt = wall.instant();
    }
  }

  /** Says that the source has come to {@code time}; an earlier time changes nothing. */
  public void observe(Instant time) {
    synchronized (stream) {
      now = StreamClock.later(now, time);
      promise(now.minus(disorder));
    }
  }

  /**
   * Promises without a new post that none before {@code low} will come. For sources that know their
   * next post in advance.
   */
  public void promise(Instant low) {
    synchronized (stream) {
      promise = StreamClock.later(promise, low);
      movedAt = wall.instant();
    }
  }

  /**
   * Returns when a post counts: at its own time when that lies within the disorder before this
   * source's time, at this source's time otherwise, and never before the stream's promise.
   */
  public Instant stamp(Instant createdAt) {
    synchronized (stream) {
      return stream.stamp(createdAt, promise(), now());
    }
  }

  /**
   * Returns the time before which a post of this source does not count at its own time any more.
   */
  public Instant earliest() {
    synchronized (stream) {
      return stream.atLeastPromised(promise());
    }
  }

  /**
   * Ends a file: its last minute is over, and from here the time runs on with the wall clock.
   * Nothing is out of order any more, so the promise and the time are one.
   *
   * @return the end of the file's time, which depends on nothing but its posts
   */
  public Instant finish() {
    synchronized (stream) {
      now = now.plus(disorder).plus(LAST_MINUTE);
      movedAt = wall.instant();
      finished = true;
      return now;
    }
  }

  /** Says whether the source was a file and has come to its end. */
  public boolean hasFinished() {
    synchronized (stream) {
      return finished;
    }
  }

  Instant now() {
    return finished ? now.plus(Duration.between(movedAt, wall.instant())) : now;
  }

  Instant promise() {
    return finished ? now() : promise;
  }

  boolean started() {
    return movedAt.isAfter(Instant.MIN);
  }

  boolean movedAfter(Instant time) {
    return started() && (file || movedAt.isAfter(time));
  }
}

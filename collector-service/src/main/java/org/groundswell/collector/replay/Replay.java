package org.groundswell.collector.replay;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletionException;
import java.util.concurrent.atomic.AtomicLong;
import org.groundswell.collector.clock.SourceClock;
import org.groundswell.collector.intake.Candidate;
import org.groundswell.collector.intake.ClockWriter;
import org.groundswell.collector.intake.CollectorProperties;
import org.groundswell.collector.intake.Counts;
import org.groundswell.collector.intake.Door;
import org.groundswell.collector.intake.EarlierClock;
import org.groundswell.collector.intake.RawPost;
import org.groundswell.collector.intake.SendFailed;
import org.groundswell.collector.intake.Submission.Refused;
import org.groundswell.collector.intake.UnquotedFailure;
import org.groundswell.collector.replay.ReplayProgress.State;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One replay of one file: looks through its times, then delivers its posts in order of event time,
 * none further behind another than the allowed disorder, with clocks between them and a last clock
 * that says finished. What it writes, but for the times of collection, is decided by the file
 * alone.
 *
 * <p>A record that cannot be read becomes a dead letter and does not stop it; a file that cannot be
 * read, or a record that Kafka does not acknowledge, does.
 */
final class Replay {

  private static final Logger log = LoggerFactory.getLogger(Replay.class);

  /** Workers must not have to hold more than this before time moves on. */
  private static final int POSTS_PER_CLOCK = 5_000;

  private final ReplayFile file;
  private final ReplayProperties replay;
  private final CollectorProperties collector;
  private final Door door;
  private final SourceClock clock;
  private final ClockWriter clocks;
  private final EarlierClock earlier;
  private final Clock wall;

  private volatile boolean stopping;
  private volatile State state = State.PREPARING;
  private volatile @Nullable Survey survey;
  private volatile @Nullable Instant eventTime;
  private volatile @Nullable String failure;
  private final AtomicLong delivered = new AtomicLong();
  private final Instant began;
  private volatile @Nullable Instant ended;

  Replay(
      ReplayFile file,
      ReplayProperties replay,
      CollectorProperties collector,
      Door door,
      SourceClock clock,
      ClockWriter clocks,
      EarlierClock earlier,
      Clock wall) {
    this.file = file;
    this.replay = replay;
    this.collector = collector;
    this.door = door;
    this.clock = clock;
    this.clocks = clocks;
    this.earlier = earlier;
    this.wall = wall;
    this.began = wall.instant();
  }

  /** Runs to the end, to an interruption or to a failure; the progress then says which. */
  void run() {
    try {
      prepareAndDeliver();
      end(State.FINISHED, null);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      end(State.STOPPED, null);
    } catch (IOException | RuntimeException | Error e) { // it must not die unnoticed
      if (stopping) { // whatever was in its way when it was told to stop
        end(State.STOPPED, null);
      } else {
        fail(e);
      }
    }
  }

  /** Says that an interruption is on its way, so that what it breaks is not told as a failure. */
  void stop() {
    stopping = true;
  }

  /** Returns what broke the replay off, null unless it failed. */
  @Nullable String failure() {
    return failure;
  }

  ReplayProgress progress() {
    Counts counts = door.counts();
    Survey known = survey;
    Instant until = ended == null ? wall.instant() : ended;
    return new ReplayProgress(
        String.valueOf(file.path().getFileName()),
        state,
        known == null ? null : known.records(),
        known == null ? null : !known.inOrder(),
        counts.read(),
        counts.published(),
        counts.rejected(),
        known == null || known.records() == 0 ? 0 : delivered.doubleValue() / known.records(),
        eventTime,
        Duration.between(began, until).toMillis() / 1e3,
        failure);
  }

  private void prepareAndDeliver() throws IOException, InterruptedException {
    Believable believable = Believable.at(wall.instant());
    Survey seen = Survey.of(file, believable, collector.disorder());
    survey = seen;
    Instant earliest = seen.earliest();
    Instant first = (earliest == null ? wall.instant() : earliest).minusSeconds(1);
    earlier.warnOf(first);
    clock.start(first);
    clocks.write();
    state = State.RUNNING;
    log.info(
        "Replaying {}: {} records{}",
        file.path(),
        seen.records(),
        seen.inOrder() ? "" : ", out of order and therefore sorted");
    try (Records records = open(seen, believable)) {
      deliver(records, believable);
    }
    door.flush();
    clocks.finish(clock).join(); // bounded by the producer's delivery.timeout.ms
  }

  private Records open(Survey seen, Believable believable) throws IOException {
    if (seen.inOrder()) {
      return file.records();
    }
    if (seen.records() > replay.maxSortedLines()) {
      throw new IOException(
          "the file is out of order by more than %s and its %d records are more than the %d that"
                  .formatted(collector.disorder(), seen.records(), replay.maxSortedLines())
              + " groundswell.collector.replay.max-sorted-lines lets be sorted");
    }
    return new SortedRecords(file, (int) seen.records(), believable, collector.workDirectory());
  }

  private void deliver(Records records, Believable believable)
      throws IOException, InterruptedException {
    var pacer = new Pacer(replay.factor(), collector.disorder(), clock);
    for (Frame frame = records.next(); frame != null; frame = records.next()) {
      stopWhenInterrupted();
      deliver(frame, pacer, believable);
      if (delivered.incrementAndGet() % POSTS_PER_CLOCK == 0) {
        clocks.write();
        door.check();
      }
    }
  }

  private void deliver(Frame frame, Pacer pacer, Believable believable)
      throws InterruptedException {
    Candidate candidate =
        frame.refusal() == null ? file.format().read(frame.bytes()) : frame.refusal();
    if (candidate instanceof RawPost post && believable.isTrueOf(post.createdAt())) {
      pacer.await(post.createdAt());
      clock.observe(post.createdAt());
      eventTime = post.createdAt();
    }
    if (door.submit(candidate) instanceof Refused(var rejection)) {
      door.deadLetter(file.path().getFileName() + ":" + frame.line(), rejection);
    }
  }

  private static void stopWhenInterrupted() throws InterruptedException {
    if (Thread.interrupted()) {
      throw new InterruptedException();
    }
  }

  private void fail(Throwable cause) {
    Throwable root =
        cause instanceof CompletionException && cause.getCause() != null ? cause.getCause() : cause;
    if (root instanceof IOException || root instanceof SendFailed) {
      end(State.FAILED, root.getMessage() == null ? root.toString() : root.getMessage());
    } else {
      log.error("The replay met what it was not prepared for", UnquotedFailure.of(root));
      end(State.FAILED, root.getClass().getSimpleName());
    }
  }

  private void end(State how, @Nullable String why) {
    ended = wall.instant();
    failure = why;
    state = how;
    if (why == null) {
      log.info("Replay of {} {}: {}", file.path(), how, door.counts());
    } else {
      log.error("Replay of {} failed: {}", file.path(), why);
    }
  }
}

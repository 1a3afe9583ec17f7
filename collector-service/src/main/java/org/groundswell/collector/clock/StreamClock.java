package org.groundswell.collector.clock;

import static java.util.Comparator.naturalOrder;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The one clock of a collector: it decides when a post counts and up to when nothing more will
 * come.
 *
 * <p>Every source has a {@link SourceClock} that shows where the source is. The stream's promise,
 * {@link #low()}, is the smallest promise of its sources: no post that is stamped later gets an
 * event time before it. It never goes back. Three rules complete it:
 *
 * <ul>
 *   <li>A source that was announced and has not started holds the clock: there is no time yet.
 *   <li>A source that has not moved for {@code patience} is left behind, so that a lost connection
 *       does not stop the others. What it brings afterwards from before the promise is counted at
 *       the promise. A file is never left behind.
 *   <li>When no source is left, or none was ever announced, the wall clock is the clock.
 * </ul>
 *
 * <p>Thread-safe. A stamp and the sending of the post that carries it must not be separated by a
 * reading of {@link #low()} that is sent in between; {@code intake} sees to that.
 */
public final class StreamClock {

  private final Clock wall;
  private final Duration disorder;
  private final Duration patience;
  private final List<SourceClock> sources = new ArrayList<>();
  private Instant promised = Instant.MIN;

  /**
   * Makes a clock without sources.
   *
   * @param disorder how far behind its source's clock a post may be and still count at its own time
   * @param patience how long a source may stand still before the stream goes on without it
   */
  public StreamClock(Clock wall, Duration disorder, Duration patience) {
    this.wall = wall;
    this.disorder = disorder;
    this.patience = patience;
  }

  /** Adds a source; until it starts, the stream has no time unless another source has one. */
  public synchronized SourceClock announce() {
    return add(false);
  }

  /**
   * Adds a file, which is never left behind: its posts wait for it, however long the machine sleeps
   * in the middle of it.
   */
  public synchronized SourceClock announceFile() {
    return add(true);
  }

  private SourceClock add(boolean file) {
    var source = new SourceClock(this, wall, disorder, file);
    sources.add(source);
    return source;
  }

  /** Returns false while all announced sources have yet to start: nothing can be stamped then. */
  public synchronized boolean ready() {
    return sources.isEmpty() || sources.stream().anyMatch(SourceClock::started);
  }

  /**
   * Returns the time before which nothing more will be stamped; empty while the stream has no time.
   */
  public synchronized Optional<Instant> low() {
    if (!ready()) {
      return Optional.empty();
    }
    Instant next = running().map(SourceClock::promise).min(naturalOrder()).orElseGet(this::wallLow);
    promised = later(promised, next);
    return Optional.of(promised);
  }

  /**
   * Stamps a post that comes from no source with a clock, such as a pushed one: at its own time
   * when that lies within the disorder before the stream's time, at the stream's time otherwise.
   *
   * @throws IllegalStateException when the stream is not {@link #ready()}
   */
  public synchronized Instant stamp(Instant createdAt) {
    Instant low = low().orElseThrow(() -> new IllegalStateException("The stream has no time yet"));
    Instant now = running().map(SourceClock::now).min(naturalOrder()).orElseGet(wall::instant);
    return within(low, createdAt, now) ? createdAt : later(low, now);
  }

  /** Stamps a post of {@code source}, whose own clock shows {@code now}. */
  synchronized Instant stamp(Instant createdAt, Instant earliest, Instant now) {
    Instant from = atLeastPromised(earliest);
    return within(from, createdAt, now) ? createdAt : later(from, now);
  }

  synchronized Instant atLeastPromised(Instant time) {
    return later(time, promised);
  }

  /** Announced sources hold the clock from the moment they start until they fall silent. */
  private Stream<SourceClock> running() {
    Instant silentSince = wall.instant().minus(patience);
    return sources.stream().filter(source -> source.movedAfter(silentSince));
  }

  private Instant wallLow() {
    return wall.instant().minus(disorder);
  }

  private static boolean within(Instant from, Instant time, Instant to) {
    return !time.isBefore(from) && !time.isAfter(to);
  }

  static Instant later(Instant one, Instant other) {
    return one.isAfter(other) ? one : other;
  }
}

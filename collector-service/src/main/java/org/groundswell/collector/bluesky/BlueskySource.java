package org.groundswell.collector.bluesky;

import java.net.URI;
import java.net.http.HttpClient;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.random.RandomGenerator;
import org.groundswell.collector.bluesky.JetstreamEvent.AccountGone;
import org.groundswell.collector.bluesky.JetstreamEvent.Deleted;
import org.groundswell.collector.bluesky.JetstreamEvent.Other;
import org.groundswell.collector.bluesky.JetstreamEvent.Posted;
import org.groundswell.collector.bluesky.JetstreamEvent.Unreadable;
import org.groundswell.collector.clock.SourceClock;
import org.groundswell.collector.cursor.Cursors;
import org.groundswell.collector.intake.Checkpoint;
import org.groundswell.collector.intake.CollectorProperties;
import org.groundswell.collector.intake.Door;
import org.groundswell.collector.intake.Rejection;
import org.groundswell.collector.intake.SendFailed;
import org.groundswell.collector.intake.Submission.Refused;
import org.groundswell.collector.intake.TakenBack;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Follows the stream from server to server, at least once.
 *
 * <p>The cursor is the server's time of the last event of which Kafka has everything. A new
 * connection begins a little before it, and what comes twice is passed over while this process
 * remembers it. When Kafka fails to acknowledge something, the connection is dropped and the stream
 * read again from the cursor. Only when the stream's clock has gone on without this source, because
 * it was away for longer than the source patience while the process ran, does it skip to that
 * clock: what lies before cannot be counted in its minute any more, and counted now it would look
 * like a surge.
 */
final class BlueskySource implements Checkpoint {

  private static final Logger log = LoggerFactory.getLogger(BlueskySource.class);

  /** A server whose clock is further ahead than this is not believed. */
  private static final Duration AHEAD = Duration.ofMinutes(1);

  private final BlueskyProperties bluesky;
  private final CollectorProperties collector;
  private final Door door;
  private final SourceClock clock;
  private final Cursors cursors;
  private final Clock wall;
  private final Recent recent = new Recent();
  private final HttpClient http = HttpClient.newHttpClient();
  private final AtomicReference<@Nullable Connection> connection = new AtomicReference<>();
  private final JetstreamReader reader;
  private boolean ahead;
  private volatile long seenMicros;
  private volatile long savedMicros;

  BlueskySource(
      BlueskyProperties bluesky,
      CollectorProperties collector,
      Door door,
      SourceClock clock,
      Cursors cursors,
      Clock wall) {
    this.bluesky = bluesky;
    this.collector = collector;
    this.door = door;
    this.reader = new JetstreamReader(door::authorKey);
    this.clock = clock;
    this.cursors = cursors;
    this.wall = wall;
  }

  /** Reads the cursor and sets the clock; nothing is received yet. */
  void prepare() {
    Optional<Long> cursor = cursors.read(JetstreamReader.SOURCE).flatMap(BlueskySource::micros);
    cursor.ifPresent(micros -> savedMicros = micros);
    seenMicros = savedMicros;
    Instant from = cursor.map(BlueskySource::instant).orElseGet(wall::instant);
    clock.start(from.minus(collector.disorder()));
  }

  /** Connects again and again until it is interrupted. */
  void run() {
    var backoff =
        new Backoff(bluesky.backoffMin(), bluesky.backoffMax(), RandomGenerator.getDefault());
    try {
      for (int turn = 0; ; turn++) {
        URI host = bluesky.hosts().get(turn % bluesky.hosts().size());
        follow(host, backoff);
        Thread.sleep(backoff.next());
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Returns 1 while a connection is there, for a gauge. */
  int connections() {
    return connection.get() == null ? 0 : 1;
  }

  @Override
  public void save() {
    long seen = seenMicros;
    if (seen == savedMicros) {
      return;
    }
    try {
      door.flush();
    } catch (SendFailed e) {
      readAgain();
      throw e;
    }
    cursors.save(JetstreamReader.SOURCE, Long.toString(seen));
    savedMicros = seen;
  }

  private void follow(URI host, Backoff backoff) throws InterruptedException {
    URI uri = uri(host, cursor());
    log.info("Connecting to {}", uri);
    var next = new Connection(message -> receive(message, backoff), this::refuseOversize);
    connection.set(next);
    try {
      String end = next.follow(http, uri, bluesky.connectTimeout(), bluesky.silence());
      log.warn("The connection to {} ended: {}", host, end);
    } finally {
      connection.set(null);
    }
  }

  /** Returns where to begin; empty for now. */
  private Optional<Long> cursor() {
    long saved = savedMicros;
    if (saved == 0) {
      return Optional.empty();
    }
    Instant wanted = instant(saved).minus(bluesky.rewind());
    Instant earliest = clock.earliest();
    if (instant(saved).isBefore(earliest)) {
      log.warn("Skipping {} to {}, to where the clock has gone on", instant(saved), earliest);
      return Optional.of(micros(earliest));
    }
    return Optional.of(micros(wanted));
  }

  private synchronized void receive(String message, Backoff backoff) {
    Connection open = connection.get();
    if (open == null || open.isOver()) { // what comes now comes again
      return;
    }
    JetstreamEvent event = reader.read(message);
    long time = believable(event.timeMicros());
    backoff.reset();
    clock.observe(instant(time));
    take(event);
    seenMicros = Math.max(seenMicros, time);
  }

  /**
   * Returns the server's time, or this machine's when the server is far ahead of it. One of the two
   * is wrong; by this machine's nothing is lost, as a cursor too early only brings posts twice.
   */
  private long believable(long micros) {
    Instant now = wall.instant();
    if (!instant(micros).isAfter(now.plus(AHEAD))) {
      return micros;
    }
    if (!ahead) {
      ahead = true;
      log.warn(
          "Bluesky's time {} is ahead of this machine's {}: posts count at this machine's time."
              + " Is its clock right?",
          instant(micros),
          now);
    }
    return micros(now);
  }

  private void take(JetstreamEvent event) {
    switch (event) {
      case Posted(long time, var post, String version) -> {
        if (recent.add(post.id() + " " + version)
            && door.submit(post) instanceof Refused(var why)) {
          door.deadLetter("cursor:" + time, why);
        }
      }
      case Deleted(long time, String id) -> {
        if (recent.add(id + " deleted " + time)) {
          var _ = door.submit(new TakenBack(JetstreamReader.SOURCE, id));
        }
      }
      case AccountGone(_, String did, var reason) -> {
        var _ = door.deleteAuthor(did, reason);
      }
      case Unreadable(long time, Rejection why) -> refuse(time, why);
      case Other _ -> {}
    }
  }

  private void refuseOversize() {
    refuse(
        0,
        Rejection.tooLong(
            null, "a message has more than %d characters".formatted(Connection.MAX_MESSAGE)));
  }

  private void refuse(long timeMicros, Rejection why) {
    var _ = door.submit(why);
    String position = timeMicros > 0 ? "cursor:" + timeMicros : "after cursor:" + seenMicros;
    door.deadLetter(position, why);
  }

  private synchronized void readAgain() {
    recent.forget();
    door.forgive();
    seenMicros = savedMicros;
    Connection open = connection.get();
    if (open != null) {
      open.end("Kafka did not acknowledge what it brought");
    }
  }

  private static URI uri(URI host, Optional<Long> cursor) {
    String query = "wantedCollections=" + JetstreamReader.POSTS;
    return URI.create(host + "?" + query + cursor.map(micros -> "&cursor=" + micros).orElse(""));
  }

  private static Instant instant(long micros) {
    return Instant.EPOCH.plus(micros, ChronoUnit.MICROS);
  }

  private static long micros(Instant time) {
    return ChronoUnit.MICROS.between(Instant.EPOCH, time);
  }

  private static Optional<Long> micros(String cursor) {
    try {
      return Optional.of(Long.parseLong(cursor)).filter(micros -> micros > 0);
    } catch (NumberFormatException e) {
      log.warn("The cursor \"{}\" is no number and is passed over", cursor);
      return Optional.empty();
    }
  }
}

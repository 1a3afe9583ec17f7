package org.groundswell.dashboard.commands;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.groundswell.dashboard.problems.Refused;
import org.springframework.stereotype.Component;

/**
 * The last thousand commands of 24 hours, to answer a repeat at once and to refuse the key of
 * another request. It is a courtesy of this instance: another one, or this one after a restart,
 * writes the repeat again, and the alert service passes it over. Thread-safe.
 */
@Component
class KnownKeys {

  private static final Duration KEPT = Duration.ofHours(24);
  private static final int MOST = 1000;

  private final Cache<String, Known> commands;

  KnownKeys(Clock clock) {
    this.commands =
        Caffeine.newBuilder()
            .maximumSize(MOST)
            .expireAfterWrite(KEPT)
            .ticker(() -> TimeUnit.MILLISECONDS.toNanos(clock.millis()))
            .build();
  }

  private record Known(CommandKind kind, Remark remark, boolean written) {}

  /**
   * Says whether this very command has been written.
   *
   * @throws Refused when another one has the same id
   */
  boolean wasWritten(String id, CommandKind kind, Remark remark) {
    Known known = commands.getIfPresent(id);
    if (known == null) {
      return false;
    }
    if (known.kind() != kind || !known.remark().equals(remark)) {
      throw Refused.keyUsed("This Idempotency-Key belongs to another command of the same alert.");
    }
    return known.written();
  }

  /** Remembers a command before it is written. */
  void begin(String id, CommandKind kind, Remark remark) {
    commands.put(id, new Known(kind, remark, false));
  }

  /** Remembers that it was written. */
  void end(String id, CommandKind kind, Remark remark) {
    commands.put(id, new Known(kind, remark, true));
  }
}

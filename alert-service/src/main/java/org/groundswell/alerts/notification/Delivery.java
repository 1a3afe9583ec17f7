package org.groundswell.alerts.notification;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One message to one subscriber, and what became of it.
 *
 * @param due when it is tried next; while {@code SENDING}, when whoever sends it counts as gone
 * @param attempts how often it was tried, the running attempt included
 * @param published when the broker had the revision
 * @param detail why it failed last, or why it was not sent
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record Delivery(
    UUID id,
    UUID subscription,
    String alert,
    int revision,
    News news,
    State state,
    Instant due,
    int attempts,
    Instant published,
    Instant created,
    @Nullable Instant finished,
    @Nullable String detail) {

  /** How far a message has come. */
  enum State {
    WAITING,
    SENDING,
    SENT,
    /** A newer message about the same alert goes in its place. */
    SUPERSEDED,
    /** Nothing is left to tell: who was never told of an alert is not told of its end. */
    DROPPED,
    /** Given up; stands on the topic of dead letters, and may be replayed. */
    DEAD
  }
}

package org.groundswell.alerts.evidence;

import java.time.Instant;
import java.time.LocalDate;
import org.groundswell.alerts.signals.EventType;
import org.groundswell.alerts.signals.Signal;
import org.jspecify.annotations.Nullable;

/**
 * A post that an alert may be shown with.
 *
 * @param voice who speaks, so that one voice is shown once
 * @param repost whether it only repeats another post
 * @param announced day that it calls for; null where it speaks of now
 * @param excerpt null once the post was taken back, as are {@code url} and {@code authorKey}
 */
public record Evidence(
    String post,
    Instant time,
    EventType eventType,
    double probability,
    String language,
    String source,
    String place,
    String voice,
    boolean repost,
    @Nullable LocalDate announced,
    @Nullable String excerpt,
    @Nullable String url,
    @Nullable String authorKey) {

  static final String ERASED_VOICE = "erased:";

  public static Evidence of(Signal signal) {
    return new Evidence(
        signal.post(),
        signal.eventTime(),
        signal.eventType(),
        signal.probability(),
        signal.language(),
        signal.source(),
        signal.location().name(),
        signal.speaker(),
        signal.repeats(),
        signal.announced(),
        signal.excerpt(),
        signal.url(),
        signal.authorKey());
  }

  public boolean erased() {
    return excerpt == null;
  }

  /** Returns what may be kept of it after its author has taken it back. */
  public Evidence erase() {
    return new Evidence(
        post,
        time,
        eventType,
        probability,
        language,
        source,
        place,
        ERASED_VOICE + post,
        repost,
        announced,
        null,
        null,
        null);
  }
}

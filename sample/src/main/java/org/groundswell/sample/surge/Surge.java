package org.groundswell.sample.surge;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What happens, as {@code surges.json} says it.
 *
 * @param event ACLED's kind of unrest, as the signals contract spells it; null when it is no unrest
 * @param title what it is, for people
 * @param language ISO 639-1, what most of those on the spot write
 * @param foreign share of posts in other languages, each in (0, 1)
 * @param towns keys of the towns where it happens, never empty
 * @param country set when it is told of a whole country and no town is its main place
 * @param names what a text calls the place, in small letters, with endings cut off
 * @param onset when the first post on the spot is written
 * @param announced set when people call for it beforehand
 * @param lasts from the first to the last post
 * @param ramp until most posts come
 * @param halfLife in which the stream of posts halves after the ramp
 * @param posts how many, announcements aside
 * @param voices how many different people write on the spot
 */
public record Surge(
    String id,
    @Nullable EventType event,
    String title,
    String language,
    Map<String, Double> foreign,
    List<String> towns,
    @Nullable Country country,
    List<String> names,
    Instant onset,
    @Nullable Announcement announced,
    Duration lasts,
    Duration ramp,
    Duration halfLife,
    int posts,
    int voices) {

  public Surge {
    if (towns.isEmpty()) {
      throw new IllegalArgumentException(id + ": towns is empty");
    }
    if (ramp.compareTo(lasts) >= 0) {
      throw new IllegalArgumentException(
          "%s: ramp (%s) must be shorter than lasts (%s)".formatted(id, ramp, lasts));
    }
  }

  /** True when this is what Groundswell should raise an alert for. */
  public boolean unrest() {
    return event != null;
  }

  /** Kinds of unrest, as the contract of the topic of signals has them. */
  public enum EventType {
    PEACEFUL_PROTEST,
    PROTEST_WITH_INTERVENTION,
    EXCESSIVE_FORCE,
    VIOLENT_DEMONSTRATION,
    MOB_VIOLENCE,
    STRIKE,
    BLOCKADE,
    BOYCOTT,
    HUNGER_STRIKE,
    LOOTING,
    OTHER_UNREST
  }

  /**
   * Calls for it before it happens.
   *
   * @param lasts from the first to the last call
   */
  public record Announcement(Instant from, Duration lasts, int posts) {}

  /**
   * A whole country as the place.
   *
   * @param code ISO 3166-1 alpha-2
   */
  public record Country(
      int geonameId, String code, String name, double latitude, double longitude) {}
}

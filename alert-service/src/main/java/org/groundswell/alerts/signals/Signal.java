package org.groundswell.alerts.signals;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A post that speaks of unrest in a place, to be counted at one level of that place.
 *
 * @param scope level it is counted at
 * @param post {@code source:post-id}
 * @param probability calibrated probability that the post speaks of unrest, 0 to 1
 * @param location the most precise place it speaks of
 * @param mention rank of the place among those that the post names; 1, or null, for the one that it
 *     is most about
 * @param authorKey keyed hash of the author, when known
 * @param voice what counts once: the author, or for a repost the thing that was repeated
 * @param repost whether it repeats another without words of its own
 * @param eventDate day that it names for the event, on the calendar of the place; null for none
 * @param signature SimHash of its words in 16 hexadecimal digits, near-copies differ in few bits;
 *     null in records of older workers
 */
public record Signal(
    Level scope,
    String post,
    String source,
    Instant eventTime,
    EventType eventType,
    double probability,
    Stage stage,
    @JsonProperty("place") Location location,
    @Nullable Integer mention,
    String language,
    @Nullable String authorKey,
    @Nullable String voice,
    @Nullable Boolean repost,
    String excerpt,
    @Nullable String url,
    @Nullable LocalDate eventDate,
    @Nullable String signature)
    implements SignalRecord {

  private static final Pattern POST = Pattern.compile("[a-z][a-z0-9-]{0,31}:[^\0]{1,200}");
  private static final Pattern SOURCE = Pattern.compile("[a-z][a-z0-9-]{0,31}");
  private static final Pattern SIGNATURE = Pattern.compile("[0-9a-f]{16}");
  private static final int LONGEST_EXCERPT = 600; // 300 characters, two units each at most
  private static final int MOST_DAYS_AHEAD = 366;
  private static final int LONGEST_URL = 2_000;

  public Signal {
    Checks.present("scope", scope);
    Checks.present("post", post);
    Checks.that(POST.matcher(post).matches(), "post", post);
    Checks.present("source", source);
    Checks.that(SOURCE.matcher(source).matches(), "source", source);
    Checks.time("eventTime", eventTime);
    Checks.present("eventType", eventType);
    Checks.share("probability", probability);
    Checks.present("stage", stage);
    Checks.that(stage != Stage.PAST, "stage", stage);
    Checks.present("place", location);
    Checks.that(mention == null || mention >= 1, "mention", mention);
    Checks.text("language", language, 16);
    if (authorKey != null) {
      Checks.that(authorKey.matches("[0-9a-f]{32}"), "authorKey", authorKey);
    }
    voice = voice == null ? post : voice;
    Checks.text("voice", voice, 300);
    Checks.present("excerpt", excerpt);
    Checks.that(excerpt.length() <= LONGEST_EXCERPT, "excerpt", excerpt.length());
    excerpt = Checks.withoutNul(excerpt);
    if (url != null) {
      Checks.text("url", url, LONGEST_URL);
      url = Checks.withoutNul(url);
    }
    if (eventDate != null) {
      Checks.time("eventDate", eventDate.atStartOfDay(ZoneOffset.UTC).toInstant());
    }
    if (signature != null) {
      Checks.that(SIGNATURE.matcher(signature).matches(), "signature", signature);
    }
    location.at(scope);
  }

  /** Returns the place that it is counted at. */
  @JsonIgnore
  public Place place() {
    return location.at(scope);
  }

  /** Returns who speaks; the post itself when nothing better is known. */
  @JsonIgnore
  public String speaker() {
    return voice == null ? post : voice;
  }

  /** Says whether the place is only named beside the one that the post is about. */
  @JsonIgnore
  public boolean aside() {
    return mention != null && mention > 1;
  }

  /** Says whether it only repeats another post. */
  @JsonIgnore
  public boolean repeats() {
    return Boolean.TRUE.equals(repost);
  }

  /**
   * Returns the day that it calls for, on the calendar of the place; null for an event that goes on
   * or that is called for without a later day.
   */
  @JsonIgnore
  public @Nullable LocalDate announced() {
    boolean ahead =
        stage == Stage.PLANNED
            && eventDate != null
            && eventDate.isAfter(place().dayAt(eventTime))
            && eventDate.isBefore(place().dayAt(eventTime).plusDays(MOST_DAYS_AHEAD));
    return ahead ? eventDate : null;
  }

  /** Returns the minute of its event time, counted from 1970. */
  @JsonIgnore
  public long minute() {
    return Math.floorDiv(eventTime.getEpochSecond(), 60L);
  }
}

package org.groundswell.nlp.pipeline;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A post as {@code groundswell.posts} carries it, as far as it is used here.
 *
 * @param source lower-case name of the source
 * @param id unique within the source
 * @param eventTime when detection counts the post
 * @param collectedAt when the collector took it in
 * @param text as posted, at most {@value #MAX_TEXT} UTF-16 units
 * @param language the source's own hint, ISO 639
 * @param authorKey keyed hash of the account
 * @param place name of the place that the source attached
 * @param profileLocation what the author's profile states
 * @param repostOf key of the post that this one repeats without words of its own
 * @param url where a person can see the post
 */
public record Post(
    @JsonProperty(required = true) String source,
    @JsonProperty(required = true) String id,
    @JsonProperty(required = true) Instant eventTime,
    @Nullable Instant collectedAt,
    @JsonProperty(required = true) String text,
    @Nullable String language,
    @Nullable String authorKey,
    @Nullable Coordinates coordinates,
    @Nullable String place,
    @Nullable String profileLocation,
    @Nullable String repostOf,
    @Nullable String url) {

  private static final int MAX_ID = 200;
  private static final int MAX_URL = 2_000;
  private static final Pattern ID = Pattern.compile("[^\\p{Cc}]+");

  /** The contract counts code points; of those there are never more than units. */
  static final int MAX_TEXT = 20_000;

  /**
   * Where the post was made.
   *
   * @param lat degrees north, WGS 84, in [-90, 90]
   * @param lon degrees east, WGS 84, in [-180, 180]
   */
  public record Coordinates(
      @JsonProperty(required = true) double lat, @JsonProperty(required = true) double lon) {

    /** Rejects coordinates outside the globe. */
    public Coordinates {
      require(Math.abs(lat) <= 90, "coordinates.lat", lat);
      require(Math.abs(lon) <= 180, "coordinates.lon", lon);
    }
  }

  /** Rejects what breaks the contract, naming field and value. */
  public Post {
    require(source != null && source.matches("[a-z][a-z0-9-]{0,31}"), "source", source);
    require(id != null && ID.matcher(id).matches() && id.length() <= MAX_ID, "id", id);
    require(eventTime != null, "eventTime", eventTime);
    require(text != null, "text", text);
    require(text.length() <= MAX_TEXT, "length of text", text.length());
    require(url == null || (!url.isEmpty() && url.length() <= MAX_URL), "url", url);
  }

  /** Returns {@code source:id}, the key of the record. */
  public String key() {
    return source + ":" + id;
  }

  private static void require(boolean holds, String field, @Nullable Object value) {
    if (!holds) {
      throw new IllegalArgumentException("Not allowed: %s = %s".formatted(field, value));
    }
  }
}

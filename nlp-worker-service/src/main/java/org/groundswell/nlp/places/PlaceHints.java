package org.groundswell.nlp.places;

import org.jspecify.annotations.Nullable;

/**
 * What is known of a post's place beside its text. Coordinates count only as a pair.
 *
 * @param lat degrees north, WGS 84, in [-90, 90]
 * @param lon degrees east, WGS 84, in [-180, 180]
 * @param sourcePlace name of the place that the source attached to the post
 * @param profileLocation what the author's profile states, often a joke
 */
public record PlaceHints(
    @Nullable Double lat,
    @Nullable Double lon,
    @Nullable String sourcePlace,
    @Nullable String profileLocation) {

  /** No hints at all. */
  public static final PlaceHints NONE = new PlaceHints(null, null, null, null);

  /** Rejects coordinates outside the globe. */
  public PlaceHints {
    check("lat", lat, 90);
    check("lon", lon, 180);
  }

  private static void check(String field, @Nullable Double degrees, double limit) {
    if (degrees != null) {
      Degrees.check(field, degrees, limit);
    }
  }
}

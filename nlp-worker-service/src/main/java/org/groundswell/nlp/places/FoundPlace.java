package org.groundswell.nlp.places;

import org.jspecify.annotations.Nullable;

/**
 * A place found for a post, with the division and country that it lies in.
 *
 * @param geonameId GeoNames id; see {@link Region} for the exception
 * @param name as GeoNames has it, in the Latin script
 * @param lat degrees north, WGS 84, in [-90, 90]
 * @param lon degrees east, in [-180, 180]
 * @param admin1 null when {@code level} is {@link Level#COUNTRY} or no division is known; the place
 *     itself when {@code level} is {@link Level#ADMIN1}
 * @param country the place itself when {@code level} is {@link Level#COUNTRY}
 * @param zone IANA time zone; of a division or country, that of its most populous town
 * @param confidence estimated probability in (0, 1) that this place is meant; weighed by hand, see
 *     {@code Judge}
 * @param start UTF-16 offset of the name in the original text, -1 when it is not from the text
 * @param end UTF-16 offset after the name, -1 when it is not from the text
 */
public record FoundPlace(
    long geonameId,
    String name,
    Level level,
    double lat,
    double lon,
    @Nullable Region admin1,
    Country country,
    String zone,
    How how,
    double confidence,
    int start,
    int end) {

  /** Rejects a point outside the globe. */
  public FoundPlace {
    Degrees.check(lat, lon);
  }
}

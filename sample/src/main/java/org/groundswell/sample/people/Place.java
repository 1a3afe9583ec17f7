package org.groundswell.sample.people;

import java.time.Duration;

/**
 * A town that people of the sample live in.
 *
 * @param geonameId its GeoNames id
 * @param key what the sample's own files call it, such as {@code cape-town}
 * @param country ISO 3166-1 alpha-2
 * @param latitude degrees north, WGS 84
 * @param longitude degrees east, WGS 84
 * @param ahead local time less UTC in June 2026, fixed here so that no time zone file decides it
 * @param language ISO 639-1, what most of its people write
 * @param weight how many of the sample's people live there, against other towns
 * @param name in its own language
 * @param within "in the town" in its own language
 */
public record Place(
    int geonameId,
    String key,
    String country,
    String countryName,
    double latitude,
    double longitude,
    Duration ahead,
    String language,
    double weight,
    String name,
    String within) {

  /** Reads a line of {@code places.tsv}. */
  static Place parse(String line) {
    String[] f = line.split("\t", -1);
    if (f.length != 11) {
      throw new IllegalArgumentException("places.tsv: 11 columns wanted, not " + line);
    }
    return new Place(
        Integer.parseInt(f[0]),
        f[1],
        f[2],
        f[3],
        Double.parseDouble(f[4]),
        Double.parseDouble(f[5]),
        Duration.ofMinutes(Long.parseLong(f[6])),
        f[7],
        Double.parseDouble(f[8]),
        f[9],
        f[10]);
  }

  /** As an account's location line says it. */
  public String label() {
    return name + ", " + countryName;
  }
}

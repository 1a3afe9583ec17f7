package org.groundswell.nlp.places;

/**
 * A country or dependent territory.
 *
 * @param code ISO 3166-1 alpha-2 (and XK for Kosovo)
 * @param name English name
 * @param lat degrees north of a point in the middle of its land, WGS 84, in [-90, 90]
 * @param lon degrees east of that point, in [-180, 180]
 */
public record Country(long geonameId, String code, String name, double lat, double lon) {

  /** Rejects a middle outside the globe. */
  public Country {
    Degrees.check(lat, lon);
  }
}

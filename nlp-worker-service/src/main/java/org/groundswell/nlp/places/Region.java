package org.groundswell.nlp.places;

/**
 * A first-order division of a country.
 *
 * @param geonameId GeoNames id; for the few divisions younger than the id list that the gazetteer
 *     is made from, an id above 10^12 derived from the division's code (see the gazetteer's README)
 * @param lat degrees north of its middle, WGS 84, in [-90, 90]
 * @param lon degrees east of its middle, in [-180, 180]
 */
public record Region(long geonameId, String name, double lat, double lon) {

  /** Rejects a middle outside the globe. */
  public Region {
    Degrees.check(lat, lon);
  }
}

package org.groundswell.nlp.places;

/** Checks and arithmetic of degrees on the globe, WGS 84. */
final class Degrees {

  private Degrees() {}

  /**
   * Accepts a point of the globe.
   *
   * @throws IllegalArgumentException when {@code lat} is not in [-90, 90] or {@code lon} not in
   *     [-180, 180]
   */
  static void check(double lat, double lon) {
    check("lat", lat, 90);
    check("lon", lon, 180);
  }

  /** Accepts one value within the limit on both sides of 0; not a number is outside. */
  static void check(String field, double degrees, double limit) {
    if (!(Math.abs(degrees) <= limit)) {
      throw new IllegalArgumentException(
          "%s (%s) must be between -%3$s and %3$s".formatted(field, degrees, limit));
    }
  }

  /** The same meridian in [-180, 180). */
  static double wrap(double lon) {
    return lon - 360 * Math.floor((lon + 180) / 360);
  }

  /** The degrees from one meridian to another the short way round, negative to the west. */
  static double fromTo(double lon, double otherLon) {
    return wrap(otherLon - lon);
  }
}

package org.groundswell.dashboard.alerts;

import java.util.Arrays;

/**
 * A part of the earth's surface in degrees, in the order of GeoJSON (RFC 7946, section 5).
 *
 * @param minLon western edge, in [-180, 180]; greater than {@code maxLon} when the box crosses the
 *     date line
 * @param minLat southern edge, in [-90, 90]
 * @param maxLon eastern edge, in [-180, 180]
 * @param maxLat northern edge, in [-90, 90], not below {@code minLat}
 */
record BoundingBox(double minLon, double minLat, double maxLon, double maxLat) {

  BoundingBox {
    check("longitude", minLon, 180);
    check("latitude", minLat, 90);
    check("longitude", maxLon, 180);
    check("latitude", maxLat, 90);
    if (minLat > maxLat) {
      throw new IllegalArgumentException(
          "the southern edge %s is north of the northern edge %s".formatted(minLat, maxLat));
    }
  }

  /**
   * Reads {@code minLon,minLat,maxLon,maxLat}.
   *
   * @throws IllegalArgumentException saying what is wrong with {@code text}
   */
  static BoundingBox of(String text) {
    String[] parts = text.split(",", -1);
    if (parts.length != 4) {
      throw new IllegalArgumentException(
          "it must be four numbers, minLon,minLat,maxLon,maxLat, not " + parts.length);
    }
    double[] edges = Arrays.stream(parts).mapToDouble(BoundingBox::number).toArray();
    return new BoundingBox(edges[0], edges[1], edges[2], edges[3]);
  }

  boolean crossesDateLine() {
    return minLon > maxLon;
  }

  private static double number(String part) {
    try {
      return Double.parseDouble(part.strip());
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException("'%s' is not a number".formatted(part.strip()), e);
    }
  }

  private static void check(String what, double degrees, int limit) {
    // Written so that NaN fails.
    if (!(Math.abs(degrees) <= limit)) {
      throw new IllegalArgumentException(
          "%s %s is not between -%d and %d".formatted(what, degrees, limit, limit));
    }
  }
}

package org.groundswell.alerts.notification;

import org.groundswell.alerts.problems.BadField;
import org.jspecify.annotations.Nullable;

/** A part of the world: a box or a circle, never both. */
record Area(@Nullable Box bbox, @Nullable Circle circle) {

  private static final double EARTH_RADIUS_KM = 6_371;
  private static final double HALF_AROUND_KM = 20_038;

  Area {
    BadField.unless((bbox == null) != (circle == null), "bbox", null, "given, or circle, not both");
  }

  /** Says whether a point, in degrees of WGS 84, lies in it; its edge belongs to it. */
  boolean contains(double lat, double lon) {
    return bbox != null ? bbox.contains(lat, lon) : circle != null && circle.contains(lat, lon);
  }

  /**
   * Degrees of WGS 84.
   *
   * @param west may be larger than {@code east}: the box then crosses the 180th meridian
   */
  record Box(Double west, Double south, Double east, Double north) {

    Box {
      degrees("west", west, 180);
      degrees("south", south, 90);
      degrees("east", east, 180);
      degrees("north", north, 90);
      BadField.unless(south <= north, "south", south, "at most north");
    }

    private boolean contains(double lat, double lon) {
      boolean between = west <= east ? lon >= west && lon <= east : lon >= west || lon <= east;
      return between && lat >= south && lat <= north;
    }
  }

  /** Around a point in degrees of WGS 84; distances along a sphere of the earth's mean radius. */
  record Circle(Double lat, Double lon, Double radiusKm) {

    Circle {
      degrees("lat", lat, 90);
      degrees("lon", lon, 180);
      BadField.unless(
          radiusKm != null && radiusKm > 0 && radiusKm <= HALF_AROUND_KM,
          "radiusKm",
          radiusKm,
          "a number above 0, at most 20038");
    }

    private boolean contains(double otherLat, double otherLon) {
      double north = Math.sin(Math.toRadians(otherLat - lat) / 2);
      double east = Math.sin(Math.toRadians(otherLon - lon) / 2);
      double haversine =
          north * north
              + Math.cos(Math.toRadians(lat)) * Math.cos(Math.toRadians(otherLat)) * east * east;
      return 2 * EARTH_RADIUS_KM * Math.asin(Math.min(1, Math.sqrt(haversine))) <= radiusKm;
    }
  }

  private static void degrees(String field, @Nullable Double value, int limit) {
    BadField.unless(
        value != null && Math.abs(value) <= limit,
        field,
        value,
        "a number from -%1$d to %1$d".formatted(limit));
  }
}

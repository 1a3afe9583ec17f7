package org.groundswell.dashboard.alerts;

import java.util.List;

/**
 * A page of alerts as GeoJSON (RFC 7946), one point for each.
 *
 * @param type always {@code FeatureCollection}
 */
record FeatureCollection(String type, List<Feature> features, AlertPage.Page page) {

  static FeatureCollection of(AlertPage page) {
    return new FeatureCollection(
        "FeatureCollection", page.alerts().stream().map(Feature::of).toList(), page.page());
  }

  /**
   * An alert at its place.
   *
   * @param type always {@code Feature}
   */
  record Feature(String type, String id, Point geometry, Alert properties) {

    static Feature of(Alert alert) {
      return new Feature("Feature", alert.id(), Point.of(alert.place()), alert);
    }
  }

  /**
   * A position.
   *
   * @param type always {@code Point}
   * @param coordinates longitude, then latitude
   */
  record Point(String type, List<Double> coordinates) {

    static Point of(Alert.Place place) {
      return new Point("Point", List.of(place.lon(), place.lat()));
    }
  }
}

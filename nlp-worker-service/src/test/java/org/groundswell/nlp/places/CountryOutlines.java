package org.groundswell.nlp.places;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** Country outlines in TopoJSON, read for a point in each country's largest piece of land. */
final class CountryOutlines {

  private final JsonNode topology;
  private final List<double[][]> arcs = new ArrayList<>();

  CountryOutlines(JsonNode topology) {
    this.topology = topology;
    topology.path("arcs").forEach(arc -> arcs.add(decode(arc)));
  }

  /** A point amid the land of each as {lat, lon}, by the country's numeric code. */
  Map<String, double[]> middles() {
    var middles = new HashMap<String, double[]>();
    for (JsonNode country : topology.path("objects").path("countries").path("geometries")) {
      if (country.has("id")) {
        middles.putIfAbsent(country.path("id").asString(), middle(country));
      }
    }
    return middles;
  }

  private double[] middle(JsonNode country) {
    Ring largest =
        outerRings(country).stream()
            .map(ring -> new Ring(points(ring)))
            .max(Comparator.comparingDouble(Ring::area))
            .orElseThrow();
    double[] middle = largest.middle();
    return new double[] {middle[0], Degrees.wrap(middle[1])};
  }

  private static List<JsonNode> outerRings(JsonNode country) {
    if (country.path("type").asString().equals("Polygon")) {
      return List.of(country.path("arcs").get(0));
    }
    return country.path("arcs").valueStream().map(polygon -> polygon.get(0)).toList();
  }

  /** The points as {lon, lat}, without a jump at the date line: longitudes may pass 180. */
  private List<double[]> points(JsonNode ring) {
    var points = new ArrayList<double[]>();
    double lon = 0;
    for (JsonNode index : ring) {
      int arc = index.asInt();
      List<double[]> part = List.of(arcs.get(arc < 0 ? ~arc : arc));
      for (double[] point : arc < 0 ? part.reversed() : part) {
        lon += Degrees.fromTo(lon, point[0]);
        points.add(new double[] {lon, point[1]});
      }
    }
    return points;
  }

  private double[][] decode(JsonNode arc) {
    JsonNode scale = topology.path("transform").path("scale");
    JsonNode shift = topology.path("transform").path("translate");
    double[][] points = new double[arc.size()][];
    double x = 0;
    double y = 0;
    for (int i = 0; i < points.length; i++) {
      x += arc.get(i).get(0).asDouble();
      y += arc.get(i).get(1).asDouble();
      points[i] =
          new double[] {
            x * scale.get(0).asDouble() + shift.get(0).asDouble(),
            y * scale.get(1).asDouble() + shift.get(1).asDouble()
          };
    }
    return points;
  }
}

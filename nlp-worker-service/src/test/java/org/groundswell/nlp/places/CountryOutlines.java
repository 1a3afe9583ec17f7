package org.groundswell.nlp.places;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** Country outlines in TopoJSON, read for the middle of each country's largest piece of land. */
final class CountryOutlines {

  private final JsonNode topology;
  private final List<double[][]> arcs = new ArrayList<>();

  CountryOutlines(JsonNode topology) {
    this.topology = topology;
    topology.path("arcs").forEach(arc -> arcs.add(decode(arc)));
  }

  /** Centroids as {lat, lon} by the country's numeric code. */
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
    double[] largest =
        outerRings(country).stream()
            .map(this::centroid)
            .max(Comparator.comparingDouble(centroid -> centroid[2]))
            .orElseThrow();
    return new double[] {largest[0], largest[1]};
  }

  private static List<JsonNode> outerRings(JsonNode country) {
    if (country.path("type").asString().equals("Polygon")) {
      return List.of(country.path("arcs").get(0));
    }
    return country.path("arcs").valueStream().map(polygon -> polygon.get(0)).toList();
  }

  /** The shoelace formula, as {lat, lon, area}, in degrees shrunk by the cosine of latitude. */
  private double[] centroid(JsonNode ring) {
    List<double[]> points = points(ring);
    double shrink = Math.cos(Math.toRadians(points.getFirst()[1]));
    double area = 0;
    double x = 0;
    double y = 0;
    for (int i = 0; i + 1 < points.size(); i++) {
      double[] a = points.get(i);
      double[] b = points.get(i + 1);
      double cross = a[0] * b[1] - b[0] * a[1];
      area += cross;
      x += (a[0] + b[0]) * cross;
      y += (a[1] + b[1]) * cross;
    }
    return new double[] {y / (3 * area), x / (3 * area), Math.abs(area) * shrink};
  }

  private List<double[]> points(JsonNode ring) {
    var points = new ArrayList<double[]>();
    for (JsonNode index : ring) {
      int arc = index.asInt();
      List<double[]> part = List.of(arcs.get(arc < 0 ? ~arc : arc));
      points.addAll(arc < 0 ? part.reversed() : part);
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

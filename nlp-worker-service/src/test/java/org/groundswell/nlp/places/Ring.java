package org.groundswell.nlp.places;

import java.util.List;
import java.util.stream.IntStream;

/** A closed line around a piece of land; its points are {lon, lat}, the first again at the end. */
record Ring(List<double[]> points) {

  /** In square degrees shrunk by the cosine of the latitude, to compare sizes. */
  double area() {
    return Math.abs(moments()[0]) * Math.cos(Math.toRadians(points.getFirst()[1]));
  }

  /**
   * The centroid, moved along its parallel onto the widest land when it falls outside, as {lat,
   * lon}.
   */
  double[] middle() {
    double[] moments = moments();
    double lat = moments[2] / (3 * moments[0]);
    double lon = moments[1] / (3 * moments[0]);
    double[] crossings = crossings(lat);
    return new double[] {lat, isInside(lon, crossings) ? lon : middleOfWidest(crossings)};
  }

  /** Twice the area and six times the first moments, by the shoelace formula. */
  private double[] moments() {
    double[] sums = new double[3];
    for (int i = 0; i + 1 < points.size(); i++) {
      double[] a = points.get(i);
      double[] b = points.get(i + 1);
      double cross = a[0] * b[1] - b[0] * a[1];
      sums[0] += cross;
      sums[1] += (a[0] + b[0]) * cross;
      sums[2] += (a[1] + b[1]) * cross;
    }
    return sums;
  }

  /** Where the line crosses a parallel, from west to east: between the first two is land. */
  private double[] crossings(double lat) {
    return IntStream.range(0, points.size() - 1)
        .filter(i -> (points.get(i)[1] > lat) != (points.get(i + 1)[1] > lat))
        .mapToDouble(i -> crossing(points.get(i), points.get(i + 1), lat))
        .sorted()
        .toArray();
  }

  private static double crossing(double[] a, double[] b, double lat) {
    return a[0] + (lat - a[1]) / (b[1] - a[1]) * (b[0] - a[0]);
  }

  private static boolean isInside(double lon, double[] crossings) {
    int west = 0;
    while (west < crossings.length && crossings[west] < lon) {
      west++;
    }
    return west % 2 == 1;
  }

  private static double middleOfWidest(double[] crossings) {
    int widest = 0;
    for (int i = 0; i + 1 < crossings.length; i += 2) {
      if (crossings[i + 1] - crossings[i] > crossings[widest + 1] - crossings[widest]) {
        widest = i;
      }
    }
    return (crossings[widest] + crossings[widest + 1]) / 2;
  }
}

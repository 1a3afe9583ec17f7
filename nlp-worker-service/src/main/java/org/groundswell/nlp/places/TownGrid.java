package org.groundswell.nlp.places;

import java.util.Arrays;

/**
 * Towns by cells of one degree, to find the town that a point belongs to. A town's pull grows with
 * the radius that its people take up, so that a square in a metropolis is the metropolis and not
 * the suburb whose centre happens to be closer.
 */
final class TownGrid {

  private static final double REACH_KM = 30;
  private static final double KM_PER_DEGREE = 111.2;
  private static final int COLUMNS = 360;
  private static final int ROWS = 181;

  private final Gazetteer gazetteer;
  private final int[] starts = new int[COLUMNS * ROWS + 1];
  private final int[] towns;

  TownGrid(Gazetteer gazetteer) {
    this.gazetteer = gazetteer;
    this.towns = new int[gazetteer.size() - gazetteer.firstTown()];
    int[] next = new int[starts.length];
    for (int town = gazetteer.firstTown(); town < gazetteer.size(); town++) {
      starts[cell(row(gazetteer.lat(town)), column(gazetteer.lon(town))) + 1]++;
    }
    Arrays.parallelPrefix(starts, Integer::sum);
    System.arraycopy(starts, 0, next, 0, starts.length);
    for (int town = gazetteer.firstTown(); town < gazetteer.size(); town++) {
      towns[next[cell(row(gazetteer.lat(town)), column(gazetteer.lon(town)))]++] = town;
    }
  }

  /** The town within 30 km that pulls most; -1 when there is none. */
  int at(double lat, double lon) {
    return search(lat, lon, REACH_KM, true);
  }

  /** The closest town of any size within so many kilometres; -1 when there is none. */
  int closest(double lat, double lon, double reachKm) {
    return search(lat, lon, reachKm, false);
  }

  private int search(double lat, double lon, double reachKm, boolean pull) {
    int rows = (int) Math.ceil(reachKm / KM_PER_DEGREE);
    double shrink = Math.max(0.05, Math.cos(Math.toRadians(lat)));
    int columns = (int) Math.min(180, Math.ceil(reachKm / (KM_PER_DEGREE * shrink)));
    int best = -1;
    double least = Double.MAX_VALUE;
    for (int r = Math.max(0, row(lat) - rows); r <= Math.min(ROWS - 1, row(lat) + rows); r++) {
      for (int c = column(lon) - columns; c <= column(lon) + columns; c++) {
        int cell = cell(r, Math.floorMod(c, COLUMNS));
        for (int i = starts[cell]; i < starts[cell + 1]; i++) {
          double km = km(lat, lon, gazetteer.lat(towns[i]), gazetteer.lon(towns[i]));
          double cost = pull ? cost(km, towns[i]) : km;
          if (km <= reachKm && cost < least) {
            best = towns[i];
            least = cost;
          }
        }
      }
    }
    return best;
  }

  private double cost(double km, int town) {
    double radius = 1 + 0.01 * Math.sqrt(gazetteer.population(town));
    return (km + 2) / (gazetteer.has(town, Gazetteer.SECTION) ? 1 : radius);
  }

  /** Great-circle distance by the haversine formula. */
  static double km(double lat1, double lon1, double lat2, double lon2) {
    double dLat = Math.sin(Math.toRadians(lat2 - lat1) / 2);
    double dLon = Math.sin(Math.toRadians(lon2 - lon1) / 2);
    double across = Math.cos(Math.toRadians(lat1)) * Math.cos(Math.toRadians(lat2));
    return 2 * 6371.0 * Math.asin(Math.sqrt(dLat * dLat + across * dLon * dLon));
  }

  private static int row(double lat) {
    return (int) Math.floor(lat + 90);
  }

  private static int column(double lon) {
    return Math.floorMod((int) Math.floor(lon + 180), COLUMNS);
  }

  private static int cell(int row, int column) {
    return row * COLUMNS + column;
  }
}

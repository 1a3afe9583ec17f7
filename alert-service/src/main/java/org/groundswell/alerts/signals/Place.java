package org.groundswell.alerts.signals;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/**
 * A place that is watched.
 *
 * @param id of GeoNames
 * @param lat degrees north
 * @param lon degrees east
 * @param admin1Id of the first-order division that it is in, or is; null when not known
 * @param country ISO 3166-1 alpha-2
 */
public record Place(
    Level level,
    long id,
    String name,
    double lat,
    double lon,
    @Nullable Long admin1Id,
    @Nullable String admin1,
    String country,
    String countryName) {

  private static final double DEGREES_PER_HOUR = 15;
  private static final double EARTH_RADIUS_KM = 6_371;

  /** Says whether this place is a wider one and the other lies in it. */
  public boolean covers(Place other) {
    return level.compareTo(other.level) > 0
        && country.equals(other.country)
        && (level == Level.COUNTRY || Long.valueOf(id).equals(other.admin1Id));
  }

  /** Returns the distance along the surface of a sphere of the earth's mean radius. */
  public double kilometresTo(Place other) {
    double phi = Math.toRadians(lat);
    double otherPhi = Math.toRadians(other.lat);
    double north = Math.sin((otherPhi - phi) / 2);
    double east = Math.sin(Math.toRadians(other.lon - lon) / 2);
    double haversine = north * north + Math.cos(phi) * Math.cos(otherPhi) * east * east;
    return 2 * EARTH_RADIUS_KM * Math.asin(Math.min(1, Math.sqrt(haversine)));
  }

  /**
   * Returns the whole hours by which the sun is ahead of Greenwich's, from -12 to 12: as good as a
   * time zone for telling night from day.
   */
  public int solarHours() {
    return (int) Math.round(lon / DEGREES_PER_HOUR);
  }

  /** Returns the day by the place's sun. */
  public LocalDate dayAt(Instant time) {
    return LocalDate.ofInstant(time, ZoneOffset.ofHours(solarHours()));
  }

  /** Returns when a day is over by the place's sun. */
  public Instant endOf(LocalDate day) {
    return day.plusDays(1).atStartOfDay().toInstant(ZoneOffset.ofHours(solarHours()));
  }

  /** Says whether both are the same place, whatever they are called. */
  public boolean same(Place other) {
    return level == other.level && id == other.id;
  }
}

package org.groundswell.alerts.signals;

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

  /** Says whether this place is a wider one and the other lies in it. */
  public boolean covers(Place other) {
    return level.compareTo(other.level) > 0
        && country.equals(other.country)
        && (level == Level.COUNTRY || Long.valueOf(id).equals(other.admin1Id));
  }

  /** Says whether both are the same place, whatever they are called. */
  public boolean same(Place other) {
    return level == other.level && id == other.id;
  }
}

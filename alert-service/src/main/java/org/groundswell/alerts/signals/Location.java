package org.groundswell.alerts.signals;

import org.jspecify.annotations.Nullable;

/**
 * The most precise place that a post speaks of, with its division and country.
 *
 * @param admin1 null when the place is a country, or the division is not known
 * @param how what the place was found by
 * @param confidence probability that this is the place meant, 0 to 1
 */
public record Location(
    long geonameId,
    String name,
    Level level,
    double lat,
    double lon,
    @Nullable Division admin1,
    Country country,
    How how,
    double confidence) {

  private static final int LONGEST_NAME = 400;

  public Location {
    Checks.that(geonameId > 0, "place.geonameId", geonameId);
    Checks.text("place.name", name, LONGEST_NAME);
    Checks.present("place.level", level);
    Checks.position(lat, lon);
    Checks.present("place.country", country);
    Checks.present("place.how", how);
    Checks.share("place.confidence", confidence);
  }

  /** What a place was found by. */
  public enum How {
    COORDINATES,
    SOURCE_PLACE,
    TEXT,
    PROFILE
  }

  /** A first-order division. */
  public record Division(long geonameId, String name, double lat, double lon) {
    public Division {
      Checks.that(geonameId > 0, "place.admin1.geonameId", geonameId);
      Checks.text("place.admin1.name", name, LONGEST_NAME);
      Checks.position(lat, lon);
    }
  }

  /**
   * A country.
   *
   * @param code ISO 3166-1 alpha-2
   */
  public record Country(long geonameId, String code, String name, double lat, double lon) {
    public Country {
      Checks.that(geonameId > 0, "place.country.geonameId", geonameId);
      Checks.text("place.country.code", code, 2);
      Checks.that(code.matches("[A-Z]{2}"), "place.country.code", code);
      Checks.text("place.country.name", name, LONGEST_NAME);
      Checks.position(lat, lon);
    }
  }

  /**
   * Returns the place at a level.
   *
   * @throws IllegalArgumentException when the location says nothing of that level
   */
  public Place at(Level scope) {
    @Nullable Long divisionId = admin1 == null ? null : admin1.geonameId();
    @Nullable String divisionName = admin1 == null ? null : admin1.name();
    return switch (scope) {
      case TOWN -> {
        Checks.that(level == Level.TOWN, "scope", scope);
        yield new Place(
            scope,
            geonameId,
            name,
            lat,
            lon,
            divisionId,
            divisionName,
            country.code(),
            country.name());
      }
      case ADMIN1 -> {
        Division division = admin1;
        if (division == null) {
          throw new IllegalArgumentException("place.admin1 is missing");
        }
        yield new Place(
            scope,
            division.geonameId(),
            division.name(),
            division.lat(),
            division.lon(),
            divisionId,
            divisionName,
            country.code(),
            country.name());
      }
      case COUNTRY ->
          new Place(
              scope,
              country.geonameId(),
              country.name(),
              country.lat(),
              country.lon(),
              null,
              null,
              country.code(),
              country.name());
    };
  }
}

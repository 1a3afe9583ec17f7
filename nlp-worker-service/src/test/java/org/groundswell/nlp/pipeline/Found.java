package org.groundswell.nlp.pipeline;

import org.groundswell.nlp.places.Country;
import org.groundswell.nlp.places.FoundPlace;
import org.groundswell.nlp.places.How;
import org.groundswell.nlp.places.Level;
import org.groundswell.nlp.places.Region;

/** Places for tests. */
final class Found {

  static final Region CAPITAL_DISTRICT = new Region(3640847, "Distrito Capital", 10.5, -66.92);
  static final Country VENEZUELA = new Country(3625428, "VE", "Venezuela", 8, -66);
  static final FoundPlace CARACAS = town(3646738, "Caracas");
  static final FoundPlace ANTIMANO = town(3649017, "Antímano");
  static final FoundPlace DISTRICT =
      place(CAPITAL_DISTRICT.geonameId(), "Distrito Capital", Level.ADMIN1, CAPITAL_DISTRICT);
  static final FoundPlace COUNTRY = place(VENEZUELA.geonameId(), "Venezuela", Level.COUNTRY, null);

  private Found() {}

  private static FoundPlace town(long id, String name) {
    return place(id, name, Level.TOWN, CAPITAL_DISTRICT);
  }

  private static FoundPlace place(long id, String name, Level level, Region admin1) {
    return new FoundPlace(
        id,
        name,
        level,
        10.49,
        -66.88,
        admin1,
        VENEZUELA,
        "America/Caracas",
        How.TEXT,
        0.9,
        0,
        name.length());
  }
}

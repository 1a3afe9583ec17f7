package org.groundswell.nlp.places;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.ZoneId;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GazetteerTests {

  private static final Gazetteer GAZETTEER = GazetteerReader.readShipped();

  @Test
  void hasEveryPlaceOnTheGlobeWithItsDivisionAndCountry() {
    for (int place = 0; place < GAZETTEER.size(); place++) {
      Degrees.check(GAZETTEER.lat(place), GAZETTEER.lon(place));
      assertThat(GAZETTEER.name(place)).isNotBlank();
      assertThat(GAZETTEER.level(GAZETTEER.country(place))).isEqualTo(Level.COUNTRY);
    }
  }

  @Test
  void hasATimeZoneForEveryPlaceThatJavaKnows() {
    assertThat(
            IntStream.range(0, GAZETTEER.size())
                .mapToObj(GAZETTEER::zone)
                .distinct()
                .map(ZoneId::of))
        .hasSizeGreaterThan(300);
  }

  @Test
  void leavesNoPlaceWhereEquatorAndPrimeMeridianMeet() {
    assertThat(
            IntStream.range(0, GAZETTEER.size())
                .filter(place -> GAZETTEER.lat(place) == 0 && GAZETTEER.lon(place) == 0)
                .mapToObj(GAZETTEER::name))
        .isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "RU, 50, 75, 60, 130",
    "US, 30, 50, -120, -80",
    "NZ, -47, -34, 166, 179",
    "FJ, -19, -16, 177, 180",
    "NO, 58, 71, 5, 31",
    "HR, 42, 47, 13, 20"
  })
  void placesCountriesOnTheirLand(
      String code, double south, double north, double west, double east) {
    int country =
        IntStream.range(0, GAZETTEER.size())
            .filter(place -> GAZETTEER.level(place) == Level.COUNTRY)
            .filter(place -> GAZETTEER.countryCode(place).equals(code))
            .findFirst()
            .orElseThrow();

    assertThat(GAZETTEER.lat(country)).isBetween((float) south, (float) north);
    assertThat(GAZETTEER.lon(country)).isBetween((float) west, (float) east);
  }

  @Test
  void rejectsCountriesOffTheGlobe() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Country(2017370, "RU", "Russia", 61.98, 193.2164))
        .withMessageContaining("lon (193.2164)");
  }

  @ParameterizedTest
  @CsvSource({"0, 0", "180, -180", "193.5, -166.5", "-190, 170", "540, -180"})
  void wrapsMeridians(double lon, double wrapped) {
    assertThat(Degrees.wrap(lon)).isEqualTo(wrapped);
  }
}

package org.groundswell.alerts.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.Random;
import java.util.Set;
import org.groundswell.alerts.incident.Alert;
import org.groundswell.alerts.incident.Certainty;
import org.groundswell.alerts.incident.Severity;
import org.groundswell.alerts.notification.Area.Box;
import org.groundswell.alerts.notification.Area.Circle;
import org.groundswell.alerts.problems.BadField;
import org.groundswell.alerts.signals.EventType;
import org.groundswell.alerts.signals.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SelectionTests {

  private static final Alert CARACAS = Samples.alert(_ -> {});

  @Test
  void takesEverythingWhenNothingNarrows() {
    assertThat(new Selection(null, null, null, null, null, null).matches(CARACAS)).isTrue();
    assertThat(new Selection(null, Set.of(), Set.of(), null, null, Set.of()).matches(CARACAS))
        .isTrue();
  }

  @ParameterizedTest
  @CsvSource({"VE, true", "CO, false"})
  void narrowsToCountries(String country, boolean expected) {
    var selection = new Selection(null, Set.of(country), null, null, null, null);

    assertThat(selection.matches(CARACAS)).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({"PROTEST_WITH_INTERVENTION, true", "PEACEFUL_PROTEST, false"})
  void narrowsToKinds(EventType kind, boolean expected) {
    var selection = new Selection(null, null, Set.of(kind), null, null, null);

    assertThat(selection.matches(CARACAS)).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({"MINOR, true", "MODERATE, true", "SEVERE, false", "EXTREME, false"})
  void wantsALeastSeverity(Severity least, boolean expected) {
    var selection = new Selection(null, null, null, least, null, null);

    assertThat(selection.matches(CARACAS)).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({"POSSIBLE, true", "LIKELY, true", "OBSERVED, false"})
  void wantsALeastCertainty(Certainty least, boolean expected) {
    var selection = new Selection(null, null, null, null, least, null);

    assertThat(selection.matches(CARACAS)).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({"ONGOING, true", "PLANNED, false"})
  void narrowsToStages(Stage stage, boolean expected) {
    var selection = new Selection(null, null, null, null, null, Set.of(stage));

    assertThat(selection.matches(CARACAS)).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({
    "-67, 10, -66, 11, true",
    "-66.87919, 10.48801, -66.87919, 10.48801, true",
    "-66, 10, -65, 11, false",
    "-67, 11, -66, 12, false",
    // Across the 180th meridian, all the way round to it
    "170, -20, -60, 20, true",
    "170, -20, -170, 20, false"
  })
  void narrowsToABox(double west, double south, double east, double north, boolean expected) {
    var selection = within(new Area(new Box(west, south, east, north), null));

    assertThat(selection.matches(CARACAS)).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({
    // La Guaira, 13 km away
    "10.59901, -66.9346, 14, true",
    "10.59901, -66.9346, 13, false",
    "10.48801, -66.87919, 0.001, true",
    // The other side of the world
    "-10.48801, 113.12081, 20000, false",
    "-10.48801, 113.12081, 20038, true"
  })
  void narrowsToACircle(double lat, double lon, double radiusKm, boolean expected) {
    var selection = within(new Area(null, new Circle(lat, lon, radiusKm)));

    assertThat(selection.matches(CARACAS)).isEqualTo(expected);
  }

  @Test
  void findsAWiderAlertByTheTownsThatItTellsOf() {
    Alert country =
        Samples.alert(alert -> {
          alert.withObject("place").put("level", "COUNTRY").put("lat", 8.0).put("lon", -66.0);
          alert
              .putArray("places")
              .addObject()
              .put("geonameId", 3632998)
              .put("name", "Maracaibo")
              .put("lat", 10.66663)
              .put("lon", -71.61245)
              .put("authors", 9)
              .put("started", "2026-06-03T13:51:02Z");
        });

    assertThat(within(new Area(null, new Circle(10.6, -71.6, 30.0))).matches(country)).isTrue();
    assertThat(within(new Area(null, new Circle(10.6, -71.6, 30.0))).matches(CARACAS)).isFalse();
  }

  /** Any circle lies within its own box: what the circle holds, a large enough box holds too. */
  @Test
  void neverHoldsInACircleWhatLiesOutsideItsLatitudes() {
    var random = new Random(7);
    for (int i = 0; i < 10_000; i++) {
      double lat = random.nextDouble(-90, 90);
      double radius = random.nextDouble(1, 2_000);
      double otherLat = random.nextDouble(-90, 90);
      double otherLon = random.nextDouble(-180, 180);
      var circle = new Area(null, new Circle(lat, random.nextDouble(-180, 180), radius));
      double degrees = radius / 111.19;
      if (Math.abs(otherLat - lat) > degrees) {
        assertThat(circle.contains(otherLat, otherLon)).isFalse();
      }
      assertThat(circle.contains(lat, circle.circle().lon())).isTrue();
    }
  }

  @ParameterizedTest
  @CsvSource({
    "-181, 0, 0, 1, west",
    "0, -91, 0, 1, south",
    "0, 0, 181, 1, east",
    "0, 0, 0, 91, north",
    "0, 2, 0, 1, south",
    "NaN, 0, 0, 1, west"
  })
  void refusesBoxesThatAreNone(double west, double south, double east, double north, String field) {
    assertThatExceptionOfType(BadField.class)
        .isThrownBy(() -> new Box(west, south, east, north))
        .matches(bad -> bad.field().equals(field));
  }

  @ParameterizedTest
  @CsvSource({"0", "-1", "20039", "NaN"})
  void refusesCirclesWithoutASize(double radiusKm) {
    assertThatExceptionOfType(BadField.class)
        .isThrownBy(() -> new Circle(0.0, 0.0, radiusKm))
        .matches(bad -> bad.field().equals("radiusKm"));
  }

  private static Selection within(Area area) {
    return new Selection(area, null, null, null, null, null);
  }
}

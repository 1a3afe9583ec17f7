package org.groundswell.nlp.scoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.groundswell.nlp.scoring.Calibration.Point;
import org.junit.jupiter.api.Test;

class CalibrationTests {

  @Test
  void findsTheCurveThatThePointsWereDrawnFrom() {
    Calibration fitted = Calibration.fit(drawnFrom(new Calibration(0.5, -1)));

    assertThat(fitted.slope()).isEqualTo(0.5, within(0.03));
    assertThat(fitted.offset()).isEqualTo(-1, within(0.05));
  }

  @Test
  void staysShortOfCertaintyWhenClassesDoNotOverlap() {
    var apart = List.of(new Point(-3, false), new Point(-2, false), new Point(3, true));

    Calibration fitted = Calibration.fit(apart);

    assertThat(fitted.probability(3)).isBetween(0.5, 0.8);
    assertThat(fitted.probability(-3)).isBetween(0.1, 0.5);
  }

  @Test
  void changesTheOddsByTheOddsOfTheShare() {
    List<Point> half = List.of(new Point(1, true), new Point(-1, false));

    Calibration rare = new Calibration(1, 0).forShare(0.1, half);

    assertThat(rare.probability(Math.log(9))).isEqualTo(0.5, within(1e-12));
  }

  private static List<Point> drawnFrom(Calibration truth) {
    var random = new Random(5);
    var points = new ArrayList<Point>();
    for (int i = 0; i < 50_000; i++) {
      double logOdds = random.nextGaussian(0, 3);
      points.add(new Point(logOdds, random.nextDouble() < truth.probability(logOdds)));
    }
    return points;
  }
}

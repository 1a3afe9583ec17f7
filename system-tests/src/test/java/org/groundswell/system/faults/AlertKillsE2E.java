package org.groundswell.system.faults;

import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/**
 * Kills the alert service with SIGKILL again and again while the simulated week is replayed,
 * whatever it is doing: judging, restoring its state, or starting.
 *
 * <p>Not run by the build, for it takes ten minutes: {@code -Dgroundswell.chaos.alert-kills=20}
 * says how often.
 */
@EnabledIfSystemProperty(named = AlertKillsE2E.KILLS, matches = "[1-9]\\d{0,1}")
class AlertKillsE2E implements ReplayGuarantees {

  static final String KILLS = "groundswell.chaos.alert-kills";

  private static final Duration WEEK = Duration.ofMinutes(8);

  private static Outcome outcome;

  @BeforeAll
  static void replayAndKill() throws IOException, SQLException {
    int kills = Integer.getInteger(KILLS);
    try (var week = ReplayedWeek.start("alert-kills", 2, WEEK)) {
      week.measurements().begin("undisturbed");
      for (int kill = 1; kill <= kills; kill++) {
        week.awaitShare(kill / (kills + 2.0));
        week.assertUnderLoad();
        week.kill(week.alerts());
      }
      outcome = week.outcome();
      FiguresFile.write("alert-kills", week.measurements().figures());
    }
  }

  @Override
  public Outcome outcome() {
    return outcome;
  }
}

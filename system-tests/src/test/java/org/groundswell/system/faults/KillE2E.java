package org.groundswell.system.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.sql.SQLException;
import org.groundswell.system.cluster.ServiceProcess;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Kills each service in turn with SIGKILL while the simulated week is replayed, and starts it
 * again, as Kubernetes does.
 *
 * <p>The killed collector begins its file anew, so that posts come twice, with the same keys: to
 * the alerts this must make no difference.
 */
class KillE2E implements ReplayGuarantees {

  private static Outcome outcome;

  @BeforeAll
  static void replayAndKill() throws IOException, SQLException {
    try (var week = ReplayedWeek.start("kill", 2)) {
      week.measurements().begin("undisturbed");
      kill(week, week.collector(), 0.15);
      kill(week, week.workers().getFirst(), 0.25);
      kill(week, week.alerts(), 0.45);
      kill(week, week.dashboard(), 0.65);
      outcome = week.outcome();
      FiguresFile.write("kill", week.measurements().figures());
    }
  }

  private static void kill(ReplayedWeek week, ServiceProcess service, double share) {
    week.awaitShare(share);
    week.assertUnderLoad();
    week.kill(service);
  }

  @Override
  public Outcome outcome() {
    return outcome;
  }

  @Test
  void repeatsPostsWhenTheCollectorBeginsAnew() {
    assertThat(outcome.ledger().repeatedPosts()).isPositive();
  }
}

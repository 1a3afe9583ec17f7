package org.groundswell.system.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import org.groundswell.system.SampleRun;
import org.groundswell.system.cluster.ServiceProcess;
import org.groundswell.system.records.Ledger;
import org.groundswell.system.records.StoredAlert;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Kills each service in turn with SIGKILL while the simulated week is replayed, and starts it
 * again, as Kubernetes does.
 *
 * <p>The killed collector begins its file anew, so that posts come twice, with the same keys: to
 * the alerts this must make no difference.
 */
class KillE2E {

  private static final Ledger UNDISTURBED = SampleRun.undisturbed().ledger();

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
    week.measurements().begin("kill -9 " + service.name());
    service.kill();
    service.start();
  }

  @Test
  void readsEveryPost() {
    assertThat(outcome.ledger().posts().keySet()).isEqualTo(UNDISTURBED.posts().keySet());
    assertThat(outcome.ledger().repeatedPosts()).isPositive();
    assertThat(outcome.ledger().deadLetters()).isZero();
  }

  @Test
  void analysesEveryPostOnce() {
    var signals = outcome.signals(UNDISTURBED, key -> key);

    assertThat(signals.expected()).isGreaterThan(UNDISTURBED.signals().size());
    assertThat(signals.lost()).isEmpty();
    assertThat(signals.doubled()).isEmpty();
  }

  @Test
  void publishesEveryRevisionOnce() {
    var revisions = outcome.revisions();

    assertThat(revisions.lost()).isEmpty();
    assertThat(revisions.doubled()).isEmpty();
  }

  @Test
  void raisesTheSameAlertsToTheRevision() {
    Instant end = Objects.requireNonNull(UNDISTURBED.finished());

    assertThat(outcome.ledger().finished()).isEqualTo(end);
    assertThat(outcome.ledger().alertsBefore(end))
        .isNotEmpty()
        .isEqualTo(UNDISTURBED.alertsBefore(end));
  }

  @Test
  void storesTheLastRevisionOfEachAlert() {
    Map<String, StoredAlert> published = StoredAlert.lastRevisions(outcome.ledger());

    assertThat(outcome.stored()).isNotEmpty().isEqualTo(published);
  }
}

package org.groundswell.system.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import org.groundswell.system.cluster.ServiceProcess;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Scales the NLP workers from one to two, to four and back to two while the simulated week is
 * replayed; those that are too many are ended with SIGTERM, as Kubernetes does.
 */
class ScalingE2E implements ReplayGuarantees {

  private static final Duration JOINED_WITHIN = Duration.ofMinutes(3);

  private static Outcome outcome;

  @BeforeAll
  static void replayAndScale() throws IOException, SQLException {
    try (var week = ReplayedWeek.start("scaling", 1)) {
      week.measurements().begin("1 worker");
      week.awaitShare(0.1);
      scaleOut(week, 2);
      week.awaitShare(0.35);
      scaleOut(week, 4);
      week.awaitShare(0.7);
      scaleIn(week, 2);
      outcome = week.outcome();
      FiguresFile.write("scaling", week.measurements().figures());
    }
  }

  private static void scaleOut(ReplayedWeek week, int workers) {
    week.measurements().begin(workers + " workers");
    while (week.workers().size() < workers) {
      week.addWorker();
    }
    await("%d workers at work".formatted(workers))
        .atMost(JOINED_WITHIN)
        .until(() -> week.measurements().workers().membersAtWork() == workers);
    week.assertUnderLoad();
  }

  private static void scaleIn(ReplayedWeek week, int workers) {
    week.measurements().begin("back to %d workers".formatted(workers));
    var tooMany = week.workers().subList(workers, week.workers().size());
    tooMany.parallelStream().forEach(ServiceProcess::terminate);
    tooMany.clear();
    week.assertUnderLoad();
  }

  @Override
  public Outcome outcome() {
    return outcome;
  }

  @Test
  void readsEveryPostOnce() {
    assertThat(outcome.ledger().posts()).isEqualTo(UNDISTURBED.posts());
    assertThat(outcome.ledger().repeatedPosts()).isZero();
  }
}

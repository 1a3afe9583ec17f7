package org.groundswell.system.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.sql.SQLException;
import java.util.Map;
import java.util.stream.Collectors;
import org.groundswell.system.SampleRun;
import org.groundswell.system.records.Ledger;
import org.groundswell.system.records.StoredAlert;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Restarts each service in turn with SIGTERM while posts are pushed over HTTP, and in the end kills
 * the collector with SIGKILL. Somebody asks for alerts all the time, and each dashboard has an open
 * stream of them.
 *
 * <p>What it cannot show: that the alerts are those of another run, because pushed posts count at
 * the time of the wall clock.
 */
class RollingRestartE2E {

  private static final Ledger UNDISTURBED = SampleRun.undisturbed().ledger();

  private static Map<String, Integer> requests;
  private static Outcome outcome;

  @BeforeAll
  static void pushAndRestart() throws IOException, SQLException {
    try (var stream = PushedStream.start("rolling")) {
      stream.services().forEach(stream::restart);
      stream.kill(stream.collector());
      outcome = stream.outcome();
      requests = stream.requests();
      FiguresFile.write("rolling-restart", stream.figures(outcome));
    }
  }

  @Test
  void losesNoAcceptedPost() {
    assertThat(outcome.ledger().posts().keySet()).isEqualTo(requests.keySet());
  }

  @Test
  void doublesOnlyWhatWasSentAgain() {
    Map<String, Integer> doubled =
        outcome.ledger().posts().entrySet().stream()
            .filter(post -> post.getValue() > requests.getOrDefault(post.getKey(), 0))
            .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));

    assertThat(doubled).isEmpty();
  }

  @Test
  void analysesEveryPostOnce() {
    var signals = outcome.signals(UNDISTURBED, Pusher::original);

    assertThat(signals.expected()).isPositive();
    assertThat(signals.lost()).isEmpty();
    assertThat(signals.doubled()).isEmpty();
    assertThat(outcome.ledger().deadLetters()).isZero();
  }

  @Test
  void publishesEveryRevisionOnce() {
    var revisions = outcome.revisions();

    assertThat(revisions.expected()).isPositive();
    assertThat(revisions.lost()).isEmpty();
    assertThat(revisions.doubled()).isEmpty();
  }

  @Test
  void storesTheLastRevisionOfEachAlert() {
    assertThat(outcome.stored())
        .isNotEmpty()
        .isEqualTo(StoredAlert.lastRevisions(outcome.ledger()));
  }
}

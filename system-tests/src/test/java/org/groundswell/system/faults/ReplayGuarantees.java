package org.groundswell.system.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Objects;
import org.groundswell.system.SampleRun;
import org.groundswell.system.records.Ledger;
import org.groundswell.system.records.StoredAlert;
import org.junit.jupiter.api.Test;

/** What must hold of a replay of the simulated week, whatever is done to the services meanwhile. */
interface ReplayGuarantees {

  /** The same week with nothing disturbed. */
  Ledger UNDISTURBED = SampleRun.undisturbed().ledger();

  /** Returns what the disturbed run left behind. */
  Outcome outcome();

  @Test
  default void losesNoPost() {
    assertThat(outcome().ledger().posts().keySet()).isEqualTo(UNDISTURBED.posts().keySet());
    assertThat(outcome().ledger().deadLetters()).isZero();
  }

  @Test
  default void analysesEveryRecordOfAPostOnce() {
    var signals = outcome().signals(UNDISTURBED, key -> key);

    assertThat(signals.expected()).isGreaterThanOrEqualTo(UNDISTURBED.signals().size());
    assertThat(signals.lost()).isEmpty();
    assertThat(signals.doubled()).isEmpty();
  }

  @Test
  default void publishesEveryRevisionOnce() {
    var revisions = outcome().revisions();

    assertThat(revisions.expected()).isPositive();
    assertThat(revisions.lost()).isEmpty();
    assertThat(revisions.doubled()).isEmpty();
  }

  @Test
  default void raisesTheSameAlertsToTheRevision() {
    Instant end = Objects.requireNonNull(UNDISTURBED.finished());

    assertThat(outcome().ledger().finished()).isEqualTo(end);
    assertThat(outcome().ledger().alertsBefore(end))
        .isNotEmpty()
        .isEqualTo(UNDISTURBED.alertsBefore(end));
  }

  @Test
  default void storesTheLastRevisionOfEachAlert() {
    assertThat(outcome().stored())
        .isNotEmpty()
        .isEqualTo(StoredAlert.lastRevisions(outcome().ledger()));
  }
}

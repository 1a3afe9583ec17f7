package org.groundswell.system.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.groundswell.system.cluster.Cluster;
import org.groundswell.system.records.Ledger;
import org.groundswell.system.records.SignalKey;
import org.groundswell.system.records.StoredAlert;

/**
 * What a disturbed run left behind.
 *
 * @param stored what the database holds, by id of the alert
 */
record Outcome(Ledger ledger, Map<String, StoredAlert> stored) {

  private static final Duration SETTLED_WITHIN = Duration.ofMinutes(3);
  private static final Duration BETWEEN_LOOKS = Duration.ofMillis(500);

  /** Waits until the database has all that the topic of alerts has, and reads both. */
  static Outcome settled(Cluster cluster) throws SQLException {
    var read = new AtomicReference<Outcome>();
    try (Connection database = cluster.database()) {
      await("the last revisions in the database")
          .atMost(SETTLED_WITHIN)
          .pollInterval(BETWEEN_LOOKS)
          .untilAsserted(() -> {
            Ledger ledger = Ledger.read(cluster.bootstrapServers());
            read.set(new Outcome(ledger, StoredAlert.read(database)));
            assertThat(read.get().stored()).isEqualTo(StoredAlert.lastRevisions(ledger));
          });
    }
    return read.get();
  }

  /**
   * Sets the signals against the posts that are in Kafka: each record of a post must have given the
   * signals that the same post gave undisturbed, once.
   *
   * @param original from a post's key here to its key in the undisturbed run
   */
  Balance<SignalKey> signals(Ledger undisturbed, UnaryOperator<String> original) {
    Map<String, List<Map.Entry<SignalKey, Integer>>> byPost =
        undisturbed.signals().entrySet().stream()
            .collect(Collectors.groupingBy(signal -> signal.getKey().post()));
    var expected = new HashMap<SignalKey, Integer>();
    ledger
        .posts()
        .forEach((post, records) ->
            byPost
                .getOrDefault(original.apply(post), List.of())
                .forEach(
                    signal -> expected.put(signal.getKey().of(post), records * signal.getValue())));
    return Balance.of(expected, ledger.signals());
  }

  /** Sets the revisions of each alert against a count from one without gap. */
  Balance<String> revisions() {
    var expected = new HashMap<String, Integer>();
    var found = new HashMap<String, Integer>();
    ledger
        .alerts()
        .forEach((id, revisions) -> {
          int last = revisions.getLast().get("revision").asInt();
          IntStream.rangeClosed(1, last).forEach(i -> expected.put(id + "/" + i, 1));
          revisions.forEach(
              alert -> found.merge(id + "/" + alert.get("revision").asInt(), 1, Integer::sum));
        });
    return Balance.of(expected, found);
  }
}

package org.groundswell.system.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.groundswell.system.records.Ledger;
import org.groundswell.system.records.SignalKey;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The checker sees what it is there to see. */
class OutcomeTests {

  private static final SignalKey TOWN = new SignalKey("push:1", "TOWN", "3646738");
  private static final SignalKey COUNTRY = new SignalKey("push:1", "COUNTRY", "3625428");
  private static final Ledger UNDISTURBED =
      ledger(Map.of("push:1", 1), Map.of(TOWN, 1, COUNTRY, 1));

  @Test
  void isContentWithSignalsOfEveryRecord() {
    var twice = ledger(Map.of("push:1", 2), Map.of(TOWN, 2, COUNTRY, 2));

    var signals = new Outcome(twice, Map.of()).signals(UNDISTURBED, key -> key);

    assertThat(signals).isEqualTo(new Balance<>(4, List.of(), List.of()));
  }

  @Test
  void findsLostAndDoubledSignals() {
    var wrong = ledger(Map.of("push:1", 1), Map.of(TOWN, 2));

    var signals = new Outcome(wrong, Map.of()).signals(UNDISTURBED, key -> key);

    assertThat(signals.lost()).containsExactly(COUNTRY);
    assertThat(signals.doubled()).containsExactly(TOWN);
  }

  @Test
  void findsSignalsThatNoPostExplains() {
    var invented = ledger(Map.of(), Map.of(TOWN, 1));

    var signals = new Outcome(invented, Map.of()).signals(UNDISTURBED, key -> key);

    assertThat(signals.doubled()).containsExactly(TOWN);
  }

  @Test
  void findsGapsAndRepetitionsOfRevisions() {
    var revisions = new Outcome(alerts(1, 2, 2, 4), Map.of()).revisions();

    assertThat(revisions.lost()).containsExactly("a/3");
    assertThat(revisions.doubled()).containsExactly("a/2");
  }

  private static Ledger ledger(Map<String, Integer> posts, Map<SignalKey, Integer> signals) {
    return new Ledger(posts, signals, Map.of(), 0, null);
  }

  private static Ledger alerts(int... revisions) {
    List<JsonNode> history =
        Arrays.stream(revisions)
            .<JsonNode>mapToObj(
                revision -> JsonMapper.shared().createObjectNode().put("revision", revision))
            .toList();
    return new Ledger(Map.of(), Map.of(), Map.of("a", history), 0, null);
  }
}

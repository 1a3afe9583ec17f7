package org.groundswell.alerts.notification;

import static org.assertj.core.api.Assertions.assertThat;

import org.groundswell.alerts.incident.Alert.Change;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

class NewsTests {

  private static final String ID = Samples.newId();

  @ParameterizedTest
  @EnumSource(names = {"OPENED", "WORSE", "WIDER", "REOPENED", "CLOSED"})
  void areWhatIsNewOrWorseOrWiderOrOver(Change change) {
    assertThat(News.of(Samples.alert(Samples.revision(ID, 4, change.name()))))
        .contains(News.valueOf(change.name()));
  }

  @ParameterizedTest
  @EnumSource(
      mode = Mode.EXCLUDE,
      names = {"OPENED", "WORSE", "WIDER", "REOPENED", "CLOSED"})
  void areNothingElse(Change change) {
    assertThat(News.of(Samples.alert(Samples.revision(ID, 4, change.name())))).isEmpty();
  }

  @Test
  void tellADismissalAsWithdrawn() {
    assertThat(News.of(Samples.alert(Samples.closed(ID, 4, "DISMISSED")))).contains(News.WITHDRAWN);
    assertThat(News.of(Samples.alert(Samples.closed(ID, 4, "MERGED")))).contains(News.CLOSED);
  }

  @Test
  void areGuessedWhereARecordDoesNotSayWhatHasChanged() {
    assertThat(News.of(Samples.alert(alert -> alert.put("revision", 1)))).contains(News.OPENED);
    assertThat(News.of(Samples.alert(alert -> alert.put("revision", 2)))).isEmpty();
    assertThat(News.of(Samples.alert(alert -> alert.put("revision", 2).put("status", "CLOSED"))))
        .contains(News.CLOSED);
  }
}

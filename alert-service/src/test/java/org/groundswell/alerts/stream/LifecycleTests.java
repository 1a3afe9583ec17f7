package org.groundswell.alerts.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.groundswell.alerts.stream.Laboratory.START;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.groundswell.alerts.ContractTests;
import org.groundswell.alerts.Sent;
import org.groundswell.alerts.command.Command;
import org.groundswell.alerts.command.Command.Kind;
import org.groundswell.alerts.incident.Alert;
import org.groundswell.alerts.incident.Alert.Change;
import org.groundswell.alerts.incident.Alert.Ending;
import org.groundswell.alerts.incident.Alert.PartPlace;
import org.groundswell.alerts.incident.Alert.Status;
import org.groundswell.alerts.signals.Level;
import org.groundswell.alerts.signals.Location;
import org.groundswell.alerts.signals.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What becomes of alerts: planned ones, those of many towns, and what people do with them. */
class LifecycleTests {

  private static final Instant NOON = START.plus(Duration.ofHours(84));
  private static final LocalDate TODAY = LocalDate.parse("2026-06-04");

  private final Laboratory laboratory = new Laboratory(1);

  @AfterEach
  void check() throws IOException {
    for (Alert alert : laboratory.history()) {
      ContractTests.assertConforms(alert);
    }
    laboratory.close();
  }

  @Test
  void raisesAnAlertOfItsOwnForACallThatNamesADay() {
    LocalDate day = TODAY.plusDays(2);
    call(Sent.LAGOS, "a", 12, NOON, day);

    laboratory.clock(NOON.plus(Duration.ofHours(12)));

    Alert alert = laboratory.history().getLast();
    assertThat(alert.stage()).isEqualTo(Stage.PLANNED);
    assertThat(alert.plannedFor()).isEqualTo(day);
    assertThat(alert.status()).as("open until its day").isEqualTo(Status.OPEN);
    assertThat(alert.headline()).contains("planned strike in Lagos, Nigeria on 6 June 2026");
    assertThat(ids()).hasSize(1);
    assertThat(alert.evidence()).isNotEmpty();
  }

  @Test
  void keepsTheCallsForTwoDaysApart() {
    call(Sent.LAGOS, "a", 12, NOON, TODAY.plusDays(2));
    call(Sent.LAGOS, "b", 12, NOON, TODAY.plusDays(3));

    laboratory.clock(NOON.plus(Duration.ofHours(3)));

    assertThat(laboratory.history())
        .extracting(Alert::plannedFor)
        .contains(TODAY.plusDays(2), TODAY.plusDays(3))
        .doesNotContainNull();
    assertThat(ids()).hasSize(2);
  }

  @Test
  void closesAPlannedAlertWhenItsDayIsOver() {
    call(Sent.LAGOS, "a", 12, NOON, TODAY.plusDays(1));

    laboratory.clock(NOON.plus(Duration.ofDays(3)));

    Alert last = laboratory.history().getLast();
    assertThat(last.status()).isEqualTo(Status.CLOSED);
    assertThat(last.ending()).isEqualTo(Ending.DAY_CAME);
    assertThat(last.closed()).isEqualTo(Instant.parse("2026-06-06T00:00:00Z"));
  }

  @Test
  void linksWhatComesToWhatWasPlanned() {
    call(Sent.LAGOS, "a", 12, NOON, TODAY.plusDays(1));
    crowd(Sent.LAGOS, "m", 12, NOON.plus(Duration.ofDays(1)));

    laboratory.clock(NOON.plus(Duration.ofHours(26)));

    Alert planned = newest(alert -> alert.plannedFor() != null);
    Alert ongoing = newest(alert -> alert.plannedFor() == null);
    assertThat(ongoing.announcedBy()).isEqualTo(planned.id());
    assertThat(planned.followedBy()).isEqualTo(ongoing.id());
    assertThat(planned.ending()).isEqualTo(Ending.DAY_CAME);
  }

  @Test
  void unitesTheAlertsOfManyTownsIntoOneOfTheirCountry() {
    List<Location> towns = List.of(town(1), town(2), town(3), town(4), town(5));
    for (int i = 0; i < towns.size(); i++) {
      crowd(towns.get(i), "t" + i, 15, NOON.plus(Duration.ofMinutes(30L * i)));
    }

    laboratory.clock(NOON.plus(Duration.ofHours(5)));

    List<Alert> open =
        ids().stream()
            .map(id -> newest(alert -> alert.id().equals(id)))
            .filter(alert -> alert.status() == Status.OPEN)
            .toList();
    assertThat(open).hasSize(1);
    Alert wide = open.getFirst();
    assertThat(wide.place().level()).isEqualTo(Level.COUNTRY);
    assertThat(wide.places())
        .extracting(PartPlace::name)
        .containsExactlyInAnyOrder("Town 1", "Town 2", "Town 3", "Town 4", "Town 5");
    assertThat(wide.headline()).contains("Chile (").contains(" and 2 more)");
    assertThat(laboratory.history())
        .filteredOn(alert -> alert.ending() == Ending.MERGED)
        .isNotEmpty()
        .allMatch(alert -> wide.id().equals(alert.mergedInto()));
    assertThat(laboratory.history()).extracting(Alert::change).contains(Change.WIDER);
  }

  @Test
  void keepsTwoTownsApart() {
    crowd(town(1), "a", 15, NOON);
    crowd(town(2), "b", 15, NOON);

    laboratory.clock(NOON.plus(Duration.ofHours(3)));

    assertThat(laboratory.history()).noneMatch(alert -> alert.ending() == Ending.MERGED);
    assertThat(ids()).hasSize(2);
  }

  @Test
  void carriesOutWhatPeopleCommandOnce() {
    Alert alert = raise();
    var acknowledge = command("one", Kind.ACKNOWLEDGE, alert, "We call them");
    var comment = command("two", Kind.COMMENT, alert, "Confirmed");

    laboratory.command(acknowledge);
    laboratory.command(comment);
    laboratory.command(comment);

    Alert last = laboratory.history().getLast();
    assertThat(last.revision()).isEqualTo(alert.revision() + 2);
    assertThat(last.change()).isEqualTo(Change.REMARKED);
    assertThat(last.acknowledgement()).isNotNull();
    assertThat(last.acknowledgement().by()).isEqualTo("desk");
    assertThat(last.comments()).singleElement().matches(said -> said.text().equals("Confirmed"));
  }

  @Test
  void doesNotRaiseAgainWhatAPersonHasDismissed() {
    Alert alert = raise();
    laboratory.command(command("one", Kind.DISMISS, alert, "A film"));
    crowd(Sent.LAGOS, "more", 30, NOON.plus(Duration.ofHours(1)));

    laboratory.clock(NOON.plus(Duration.ofHours(4)));

    Alert last = laboratory.history().getLast();
    assertThat(last.ending()).isEqualTo(Ending.DISMISSED);
    assertThat(last.status()).isEqualTo(Status.CLOSED);
    assertThat(last.dismissal()).isNotNull();
    assertThat(ids()).hasSize(1);
  }

  @Test
  void doesNotRaiseTheSuburbOfWhatAPersonHasDismissed() {
    Alert alert = raise();
    laboratory.command(command("one", Kind.DISMISS, alert, "A film"));
    crowd(Sent.IKORODU, "suburb", 15, NOON.plus(Duration.ofMinutes(10)));

    laboratory.clock(NOON.plus(Duration.ofHours(2)));

    assertThat(ids()).hasSize(1);
  }

  @Test
  void gathersTheVoicesForADayBesideManyOthers() {
    for (int day = 2; day < 12; day++) {
      call(Sent.LAGOS, "few" + day, 2, NOON, TODAY.plusDays(day));
    }
    call(Sent.LAGOS, "many", 12, NOON.plus(Duration.ofMinutes(5)), TODAY.plusDays(30));

    laboratory.clock(NOON.plus(Duration.ofHours(2)));

    assertThat(laboratory.history()).extracting(Alert::plannedFor).containsOnly(TODAY.plusDays(30));
    assertThat(laboratory.history().getLast().evidence())
        .allMatch(post -> post.post().startsWith("push:many"));
  }

  @Test
  void raisesANewAlertWhenADismissedPlaceWasCalmInBetween() {
    Alert alert = raise();
    laboratory.command(command("one", Kind.DISMISS, alert, "A film"));
    crowd(Sent.LAGOS, "later", 30, NOON.plus(Duration.ofDays(3)));

    laboratory.clock(NOON.plus(Duration.ofHours(75)));

    assertThat(ids()).hasSize(2);
    assertThat(laboratory.history().getLast().ending()).isNull();
  }

  @Test
  void refusesACommandAboutAnAlertThatNobodyRemembers() {
    Alert alert = raise();
    var command =
        new Command(
            "one", Kind.COMMENT, "0".repeat(32), "NG", alert.updated(), null, "What is this?");

    laboratory.command(command);

    var letter = laboratory.refusedCommands();
    assertThat(letter).hasSize(1);
    assertThat(
            new String(
                letter.getFirst().headers().lastHeader("reason").value(), StandardCharsets.UTF_8))
        .isEqualTo("UNKNOWN_ALERT");
    assertThat(laboratory.history().getLast()).isEqualTo(alert);
  }

  private Alert raise() {
    crowd(Sent.LAGOS, "a", 12, NOON);
    laboratory.clock(NOON.plus(Duration.ofMinutes(40)));
    return laboratory.history().getLast();
  }

  private static Command command(String id, Kind kind, Alert alert, String text) {
    return new Command(
        id, kind, alert.id(), alert.place().country(), alert.updated(), "desk", text);
  }

  private void crowd(Location place, String voices, int count, Instant from) {
    for (int i = 0; i < count; i++) {
      laboratory.send(Sent.post(place, voices + i, from.plusSeconds(120L * i)));
    }
  }

  private void call(Location place, String voices, int count, Instant from, LocalDate day) {
    for (int i = 0; i < count; i++) {
      laboratory.send(Sent.call(place, voices + i, from.plusSeconds(120L * i), day));
    }
  }

  /** Each in a division of its own, 200 km from the next. */
  private static Location town(int number) {
    return Sent.town(
        7_000 + number,
        "Town " + number,
        -30 - 2 * number,
        -71,
        9_000 + number,
        "Division " + number,
        Sent.CHILE);
  }

  private List<String> ids() {
    return laboratory.history().stream().map(Alert::id).distinct().toList();
  }

  private Alert newest(java.util.function.Predicate<Alert> wanted) {
    return laboratory.history().stream().filter(wanted).reduce((_, later) -> later).orElseThrow();
  }
}

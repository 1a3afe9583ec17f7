package org.groundswell.alerts.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.groundswell.alerts.stream.Laboratory.START;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.opentelemetry.api.OpenTelemetry;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.apache.kafka.streams.state.Stores;
import org.groundswell.alerts.ContractTests;
import org.groundswell.alerts.Defaults;
import org.groundswell.alerts.Sent;
import org.groundswell.alerts.evidence.Deletion;
import org.groundswell.alerts.evidence.Deletion.Scope;
import org.groundswell.alerts.incident.Alert;
import org.groundswell.alerts.incident.Alert.Status;
import org.groundswell.alerts.signals.EventType;
import org.groundswell.alerts.signals.Level;
import org.groundswell.alerts.signals.Location;
import org.groundswell.alerts.signals.Stage;
import org.groundswell.alerts.signals.Watermark;
import org.groundswell.alerts.trace.Traces;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class AlertTopologyTests {

  private static final Instant NOON = START.plus(Duration.ofHours(60));

  private final Laboratory laboratory = new Laboratory(1);

  @AfterEach
  void close() {
    laboratory.close();
  }

  @Test
  void isTheTopologyThatIsDeployed() throws IOException {
    var instruments =
        Instruments.of(
            new SimpleMeterRegistry(), new Traces(OpenTelemetry.noop().getTracer("tests")));
    var topology =
        new AlertTopology(Defaults.TOPICS, Defaults.DETECTION, Defaults.INCIDENT, instruments);

    String described =
        topology
            .build(
                4,
                Laboratory.config(instruments.signals(), Defaults.TOPICS),
                Stores::persistentKeyValueStore)
            .describe()
            .toString();

    try (var known = getClass().getResourceAsStream("/topology.txt")) {
      assertThat(described)
          .isEqualToNormalizingWhitespace(
              known == null ? "" : new String(known.readAllBytes(), StandardCharsets.UTF_8));
    }
  }

  @Test
  void raisesOneAlertForOneEventWithTheFifthVoice() throws IOException {
    crowd(Sent.LAGOS, "a", 12, NOON, Duration.ofSeconds(150));

    laboratory.clock(NOON.plus(Duration.ofHours(1)));

    Alert first = laboratory.history().getFirst();
    assertThat(first.place().name()).isEqualTo("Lagos");
    assertThat(first.started()).isEqualTo(NOON);
    assertThat(first.detected()).isEqualTo(NOON.plus(Duration.ofMinutes(11)));
    assertThat(first.observed()).isEqualTo(5);
    assertThat(first.headline())
        .startsWith("Unverified: peaceful protest in Lagos, Nigeria; 5 people");
    assertThat(ids()).hasSize(1);
    for (Alert alert : laboratory.history()) {
      ContractTests.assertConforms(alert);
    }
  }

  @Test
  void keepsOneEventThatIsToldAtThreeLevelsInOneAlert() {
    crowd(Sent.ALL_NIGERIA, "n", 6, NOON, Duration.ofSeconds(60));
    crowd(Sent.LAGOS_STATE, "s", 6, NOON.plusSeconds(20), Duration.ofSeconds(90));
    crowd(Sent.LAGOS, "t", 20, NOON.plusSeconds(40), Duration.ofSeconds(60));

    laboratory.clock(NOON.plus(Duration.ofHours(12)));

    assertThat(ids()).hasSize(1);
    assertThat(laboratory.history().getFirst().place().level()).isEqualTo(Level.COUNTRY);
    assertThat(laboratory.history().getLast().place().name()).isEqualTo("Lagos");
  }

  @Test
  void keepsTwoTownsApart() {
    crowd(Sent.LAGOS, "l", 12, NOON, Duration.ofSeconds(150));
    crowd(Sent.KANO, "k", 12, NOON.plusSeconds(30), Duration.ofSeconds(150));

    laboratory.clock(NOON.plus(Duration.ofHours(12)));

    assertThat(
            laboratory.history().stream()
                .filter(alert -> alert.status() == Status.CLOSED)
                .map(alert -> alert.place().name()))
        .containsExactlyInAnyOrder("Lagos", "Kano");
    assertThat(ids()).hasSize(2);
  }

  @Test
  void makesOneAlertOfATownAndItsNeighbour() {
    crowd(Sent.LAGOS, "l", 20, NOON, Duration.ofSeconds(60));
    crowd(Sent.IKORODU, "i", 12, NOON.plus(Duration.ofMinutes(30)), Duration.ofSeconds(60));

    laboratory.clock(NOON.plus(Duration.ofHours(12)));

    assertThat(ids()).hasSize(1);
    assertThat(laboratory.history()).allMatch(alert -> alert.place().name().equals("Lagos"));
    assertThat(laboratory.history().getLast().closed())
        .as("the neighbour's voices keep it open")
        .isEqualTo(NOON.plus(Duration.ofMinutes(42)).plus(Duration.ofHours(6)));
  }

  @Test
  void movesAnAlertToTheNeighbourThatFarMoreVoicesName() {
    crowd(Sent.IKORODU, "i", 8, NOON, Duration.ofSeconds(60));
    crowd(Sent.LAGOS, "l", 40, NOON.plus(Duration.ofMinutes(15)), Duration.ofSeconds(60));

    laboratory.clock(NOON.plus(Duration.ofHours(12)));

    assertThat(ids()).hasSize(1);
    assertThat(laboratory.history().stream().map(alert -> alert.place().name()).distinct())
        .containsExactly("Ikorodu", "Lagos");
  }

  @Test
  void doesNotAlertADivisionForATownThatItsNeighbourAbsorbed() {
    crowd(Sent.LAGOS, "l", 40, NOON, Duration.ofSeconds(60));
    crowd(Sent.OTA, "o", 15, NOON.plus(Duration.ofMinutes(30)), Duration.ofSeconds(60));

    laboratory.clock(NOON.plus(Duration.ofHours(12)));

    assertThat(ids()).hasSize(1);
    assertThat(laboratory.history()).allMatch(alert -> alert.place().name().equals("Lagos"));
  }

  @Test
  void keepsTownsApartThatAreFiftyKilometresApart() {
    crowd(Sent.LAGOS, "l", 20, NOON, Duration.ofSeconds(60));
    crowd(Sent.SAGAMU, "s", 20, NOON.plus(Duration.ofMinutes(30)), Duration.ofSeconds(60));

    laboratory.clock(NOON.plus(Duration.ofHours(12)));

    assertThat(laboratory.history().stream().map(alert -> alert.place().name()).distinct())
        .containsExactlyInAnyOrder("Lagos", "Sagamu");
    assertThat(ids()).hasSize(2);
  }

  @Test
  void closesAnAlertExactlySixHoursAfterItsLastExcess() {
    crowd(Sent.LAGOS, "a", 12, NOON, Duration.ofSeconds(60));

    laboratory.clock(NOON.plus(Duration.ofHours(48)));

    Alert last = laboratory.history().getLast();
    assertThat(last.status()).isEqualTo(Status.CLOSED);
    assertThat(last.closed())
        .isEqualTo(NOON.plus(Duration.ofMinutes(12)).plus(Duration.ofHours(6)));
    assertThat(last.authors()).isEqualTo(12);
  }

  @Test
  void reopensTheSameAlertWhenItsPlaceFlaresUpAgain() {
    crowd(Sent.LAGOS, "a", 12, NOON, Duration.ofSeconds(60));
    Instant evening = NOON.plus(Duration.ofHours(15));
    crowd(Sent.LAGOS, "b", 12, evening, Duration.ofSeconds(60));

    laboratory.clock(NOON.plus(Duration.ofHours(72)));

    assertThat(ids()).hasSize(1);
    assertThat(laboratory.history().stream().map(Alert::status).distinct()).hasSize(2);
    assertThat(statusChanges())
        .containsExactly(Status.OPEN, Status.CLOSED, Status.OPEN, Status.CLOSED);
  }

  @Test
  void doesNotReopenForAStrayVoiceAfterwards() {
    crowd(Sent.LAGOS, "a", 12, NOON, Duration.ofSeconds(60));
    crowd(Sent.LAGOS, "late", 1, NOON.plus(Duration.ofHours(8)), Duration.ofSeconds(60));
    crowd(Sent.ALL_NIGERIA, "vague", 2, NOON.plus(Duration.ofHours(9)), Duration.ofSeconds(60));

    laboratory.clock(NOON.plus(Duration.ofHours(72)));

    assertThat(statusChanges()).containsExactly(Status.OPEN, Status.CLOSED);
  }

  @Test
  void countsAVoiceOnceHoweverOftenItSpeaks() {
    for (int i = 0; i < 30; i++) {
      crowd(Sent.LAGOS, "same", 4, NOON.plusSeconds(60 * i), Duration.ofSeconds(10));
    }

    laboratory.clock(NOON.plus(Duration.ofHours(2)));

    assertThat(laboratory.history()).isEmpty();
  }

  @Test
  void saysThatAnEventIsPlanned() {
    for (int i = 0; i < 8; i++) {
      laboratory.send(
          Sent.post(
              Sent.LAGOS, "p" + i, NOON.plusSeconds(60 * i), EventType.STRIKE, Stage.PLANNED));
    }

    laboratory.clock(NOON.plus(Duration.ofHours(1)));

    Alert alert = laboratory.history().getLast();
    assertThat(alert.stage()).isEqualTo(Stage.PLANNED);
    assertThat(alert.urgency()).isEqualTo(Alert.Urgency.EXPECTED);
    assertThat(alert.headline()).startsWith("Unverified: planned strike in Lagos, Nigeria");
  }

  @Test
  void doesNotAlertATownForWhatOnlyProfilesSay() {
    Location home =
        new Location(
            Sent.LAGOS.geonameId(),
            "Lagos",
            Level.TOWN,
            6,
            3,
            Sent.LAGOS.admin1(),
            Sent.NIGERIA,
            Location.How.PROFILE,
            0.3);
    crowd(home, "h", 12, NOON, Duration.ofSeconds(60));

    laboratory.clock(NOON.plus(Duration.ofHours(1)));

    assertThat(laboratory.history()).isNotEmpty();
    assertThat(laboratory.history()).noneMatch(alert -> alert.place().level() == Level.TOWN);
  }

  @Test
  void alertsOnlyTheTownThatThePostsAreAbout() {
    for (int i = 0; i < 40; i++) {
      laboratory.send(Sent.post(Sent.LAGOS, Sent.KANO, "v" + i, NOON.plusSeconds(60 * i)));
    }

    laboratory.clock(NOON.plus(Duration.ofHours(12)));

    assertThat(laboratory.history())
        .isNotEmpty()
        .allMatch(alert -> alert.place().name().equals("Lagos"));
  }

  @Test
  void waitsForTheSlowestPartition() {
    crowd(Sent.LAGOS, "a", 12, NOON, Duration.ofSeconds(60));
    Instant later = NOON.plus(Duration.ofHours(1));

    laboratory.send(new Watermark("collector", 0, 2, later, START));
    laboratory.work();
    assertThat(laboratory.history()).isEmpty();

    laboratory.send(new Watermark("collector", 1, 2, later, START));
    laboratory.work();
    assertThat(laboratory.history()).isNotEmpty();
  }

  @Test
  void accountsForEverySignal() {
    crowd(Sent.LAGOS, "a", 4, NOON, Duration.ofSeconds(60));
    crowd(Sent.LAGOS, "a", 1, NOON, Duration.ofSeconds(60));
    laboratory.sendRaw("{\"kind\":\"signal\",\"probability\":2}".getBytes(StandardCharsets.UTF_8));
    laboratory.sendRaw("{".getBytes(StandardCharsets.UTF_8));
    laboratory.clock(NOON.plus(Duration.ofHours(1)));
    crowd(Sent.LAGOS, "tardy", 2, NOON, Duration.ofSeconds(60));

    assertThat(laboratory.count("read")).isEqualTo(23);
    assertThat(laboratory.count("counted")).isEqualTo(12);
    assertThat(laboratory.count("duplicate")).isEqualTo(3);
    assertThat(laboratory.count("late")).isEqualTo(6);
    assertThat(laboratory.count("rejected")).isEqualTo(2);
    assertThat(
            laboratory
                .meters()
                .counter("groundswell.dead.letters", "topic", "groundswell.signals.dlt")
                .count())
        .isEqualTo(2);
    var letters = laboratory.deadLetters();
    assertThat(letters).hasSize(2);
    assertThat(
            new String(
                letters.getFirst().headers().lastHeader("detail").value(), StandardCharsets.UTF_8))
        .contains("scope is missing");
  }

  @Test
  void countsWhatItPublishesAndTellsHowFarItHasJudged() {
    crowd(Sent.LAGOS, "a", 12, NOON, Duration.ofSeconds(150));

    laboratory.clock(NOON.plus(Duration.ofHours(12)));

    assertThat(laboratory.published("open") + laboratory.published("closed"))
        .isEqualTo(laboratory.history().size());
    assertThat(laboratory.published("closed")).isOne();
    assertThat(laboratory.meters().counter("groundswell.alerts.opened").count()).isOne();
    assertThat(laboratory.meters().get("groundswell.detection.time").gauge().value())
        .isEqualTo(NOON.plus(Duration.ofHours(12)).getEpochSecond());
  }

  @Test
  void erasesWhatIsTakenBackAndSaysSoInANewRevision() {
    crowd(Sent.LAGOS, "a", 6, NOON, Duration.ofSeconds(60));
    laboratory.clock(NOON.plus(Duration.ofHours(1)));
    Alert before = laboratory.history().getLast();
    var shown = before.evidence().getFirst();

    laboratory.delete(new Deletion(Scope.POST, shown.post(), null, NOON));

    Alert after = laboratory.history().getLast();
    assertThat(after.revision()).isEqualTo(before.revision() + 1);
    assertThat(after.evidence().stream().filter(post -> post.post().equals(shown.post())))
        .singleElement()
        .satisfies(post ->
            assertThat(Stream.of(post.excerpt(), post.url(), post.authorKey()))
                .containsOnlyNulls());

    laboratory.delete(new Deletion(Scope.AUTHOR, null, Sent.authorKey("a3"), NOON));
    crowd(Sent.LAGOS, "more", 12, NOON.plus(Duration.ofMinutes(61)), Duration.ofSeconds(60));
    laboratory.clock(NOON.plus(Duration.ofHours(2)));

    assertThat(laboratory.history().getLast().revision()).isGreaterThan(after.revision() + 1);
    assertThat(laboratory.history().getLast().evidence())
        .noneMatch(post -> shown.post().equals(post.post()) && post.excerpt() != null)
        .noneMatch(post -> Sent.authorKey("a3").equals(post.authorKey()));
  }

  @Test
  void neverShowsAPostThatIsTakenBackBeforeItComes() {
    laboratory.delete(new Deletion(Scope.AUTHOR, null, Sent.authorKey("a2"), NOON));

    crowd(Sent.LAGOS, "a", 6, NOON, Duration.ofSeconds(60));
    laboratory.clock(NOON.plus(Duration.ofHours(1)));

    assertThat(laboratory.history()).isNotEmpty();
    assertThat(laboratory.history())
        .allSatisfy(alert ->
            assertThat(alert.evidence())
                .noneMatch(post -> Sent.authorKey("a2").equals(post.authorKey())));
  }

  @Test
  void forgetsWhatWasSaidInAQuietPlaceADayLater() {
    crowd(Sent.LAGOS, "early", 2, NOON, Duration.ofSeconds(60));
    crowd(Sent.LAGOS, "later", 1, NOON.plus(Duration.ofHours(10)), Duration.ofSeconds(60));

    laboratory.clock(NOON.plus(Duration.ofHours(23)));
    assertThat(laboratory.memory()).contains("early0 says", "early1 says", "later0 says");

    laboratory.clock(NOON.plus(Duration.ofHours(25)));
    assertThat(laboratory.memory()).doesNotContain("early").contains("later0 says");

    laboratory.clock(NOON.plus(Duration.ofHours(35)));
    assertThat(laboratory.memory()).doesNotContain("early", "later", Sent.authorKey("later0"));
  }

  @Test
  void forgetsWhatWasSaidInAnUnusualTimeWhenThatIsOver() {
    crowd(Sent.LAGOS, "a", 12, NOON, Duration.ofSeconds(60));
    laboratory.clock(NOON.plus(Duration.ofHours(5)));
    assertThat(laboratory.memory()).contains("a0 says");

    laboratory.clock(NOON.plus(Duration.ofHours(26)));

    assertThat(laboratory.memory()).doesNotContain("a0 says", Sent.authorKey("a0"));
    assertThat(laboratory.history().getLast().evidence())
        .anyMatch(post -> post.excerpt() != null && post.excerpt().startsWith("a0 says"));
  }

  private void crowd(Location place, String name, int voices, Instant from, Duration apart) {
    for (int i = 0; i < voices; i++) {
      laboratory.send(Sent.post(place, name + i, from.plus(apart.multipliedBy(i))));
    }
  }

  private List<String> ids() {
    return laboratory.history().stream().map(Alert::id).distinct().toList();
  }

  private List<Status> statusChanges() {
    var changes = new java.util.ArrayList<Status>();
    for (Alert alert : laboratory.history()) {
      if (changes.isEmpty() || changes.getLast() != alert.status()) {
        changes.add(alert.status());
      }
    }
    return changes;
  }
}

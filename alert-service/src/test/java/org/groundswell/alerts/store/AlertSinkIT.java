package org.groundswell.alerts.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.groundswell.alerts.Stream;
import org.groundswell.alerts.World;
import org.groundswell.alerts.evidence.Deletion;
import org.groundswell.alerts.evidence.Deletion.Scope;
import org.groundswell.alerts.incident.Alert;
import org.groundswell.alerts.store.AlertStore.Published;
import org.groundswell.alerts.wire.JsonSerde;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

@DirtiesContext
@SpringBootTest(webEnvironment = WebEnvironment.NONE)
class AlertSinkIT {

  private static final World WORLD = new World("sink");
  private static final Path SAMPLES = Path.of("contracts/groundswell.alerts/samples");

  @Autowired private AlertStore store;
  @Autowired private JdbcClient database;
  @Autowired private MeterRegistry meters;

  @DynamicPropertySource
  static void configure(DynamicPropertyRegistry registry) {
    WORLD.configure(registry);
  }

  @BeforeEach
  void empty() {
    database.sql("delete from alert").update();
    database.sql("delete from alert_revision").update();
  }

  @Test
  void neverLetsAnOlderRevisionReplaceANewerOne() throws IOException {
    assertThat(write(sample("closed"))).isOne();
    assertThat(
            store.write(List.of(published(sample("open")), published(sample("evidence-erased")))))
        .isZero();

    assertThat(database.sql("select status from alert").query(String.class).single())
        .isEqualTo("CLOSED");
  }

  @Test
  void givesTheSameRowsWhenTheTopicIsReadAgain() throws IOException {
    List<Alert> topic = List.of(sample("open"), sample("evidence-erased"), sample("closed"));
    topic.forEach(this::write);
    var rows =
        database.sql("select * from alert join evidence on id = alert_id").query().listOfRows();

    topic.forEach(this::write);

    assertThat(rows).hasSize(1);
    assertThat(
            database.sql("select * from alert join evidence on id = alert_id").query().listOfRows())
        .isEqualTo(rows);
  }

  @Test
  void keepsEveryRevisionOnceAndWithoutExcerpts() throws IOException {
    List<Alert> topic = List.of(sample("open"), sample("evidence-erased"), sample("remarked"));
    topic.forEach(this::write);
    topic.forEach(this::write);

    var revisions =
        database
            .sql("select revision, change, snapshot::text as snapshot from alert_revision")
            .query()
            .listOfRows();
    assertThat(revisions)
        .extracting(row -> row.get("revision"))
        .containsExactlyInAnyOrderElementsOf(
            topic.stream().<Object>map(Alert::revision).distinct().toList());
    assertThat(revisions).extracting(row -> row.get("change")).contains("REMARKED");
    assertThat(revisions)
        .extracting(row -> (String) row.get("snapshot"))
        .allMatch(snapshot -> snapshot.contains("\"headline\""))
        .noneMatch(snapshot -> snapshot.contains("excerpt"));
  }

  @Test
  void erasesAPostAndAnAuthorInAlertsThatNobodyRemembers() throws IOException {
    Alert open = sample("open");
    var shown = open.evidence().getFirst();
    write(open);

    store.erase(List.of(new Deletion(Scope.POST, shown.post(), null, open.updated())));

    assertThat(erased()).isOne();
    assertThat(write(open)).as("an old revision brings nothing back").isZero();
    assertThat(erased()).isOne();
  }

  @Test
  void sendsWhatIsUnreadableToTheDeadLettersAndGoesOn() throws IOException {
    try (var stream = new Stream(WORLD, 1, sample("open").started())) {
      stream.sendRaw("alerts", "{\"id\":\"nonsense\"}".getBytes(StandardCharsets.UTF_8));
      stream.sendRaw("alerts", JsonSerde.of(Alert.class).write(sample("open")));
    }

    await()
        .atMost(Duration.ofSeconds(60))
        .untilAsserted(() -> {
          assertThat(database.sql("select count(*) from alert").query(Long.class).single()).isOne();
          assertThat(letters("nonsense")).hasSize(1);
        });
    var letter = letters("nonsense").getFirst();
    assertThat(header(letter, "reason")).isEqualTo("UNREADABLE");
    assertThat(header(letter, "detail")).startsWith("Unreadable Alert: revision: ");
    assertThat(header(letter, "topic")).isEqualTo(WORLD.topic("alerts"));
    assertThat(header(letter, "offset")).containsOnlyDigits();
  }

  private static String header(ConsumerRecord<String, byte[]> letter, String name) {
    return new String(letter.headers().lastHeader(name).value(), StandardCharsets.UTF_8);
  }

  @Test
  void tellsHowLongAnAlertTookAndWhatWasRejected() throws IOException {
    double lettersBefore = deadLetters();
    long storedBefore = meters.get("groundswell.store.delay").timer().count();
    long openedBefore = meters.get("groundswell.alerts.delay").timer().count();
    Instant detected = Instant.now().minusSeconds(100);
    String first =
        new String(JsonSerde.of(Alert.class).write(sample("open")), StandardCharsets.UTF_8)
            .replaceFirst("\"revision\":\\d+", "\"revision\":1")
            .replaceFirst("\"detected\":\"[^\"]+\"", "\"detected\":\"" + detected + "\"");

    try (var stream = new Stream(WORLD, 1, detected)) {
      stream.sendRaw("alerts", first.getBytes(StandardCharsets.UTF_8));
      stream.sendRaw("alerts", "{".getBytes(StandardCharsets.UTF_8));
    }

    await()
        .atMost(Duration.ofSeconds(60))
        .untilAsserted(() -> assertThat(deadLetters()).isEqualTo(lettersBefore + 1));
    assertThat(meters.get("groundswell.store.delay").timer().count()).isEqualTo(storedBefore + 1);
    var delay = meters.get("groundswell.alerts.delay").timer();
    assertThat(delay.count()).isEqualTo(openedBefore + 1);
    assertThat(delay.max(TimeUnit.SECONDS)).isBetween(100.0, 160.0);
  }

  private static List<ConsumerRecord<String, byte[]>> letters(String part) {
    return WORLD.records("alerts.dlt").stream()
        .filter(letter -> new String(letter.value(), StandardCharsets.UTF_8).contains(part))
        .toList();
  }

  private double deadLetters() {
    return meters
        .get("groundswell.dead.letters")
        .tag("topic", WORLD.topic("alerts") + ".dlt")
        .counter()
        .count();
  }

  private int write(Alert alert) {
    return store.write(List.of(published(alert)));
  }

  private static Published published(Alert alert) {
    return new Published(alert, alert.updated());
  }

  private long erased() {
    return database
        .sql("select count(*) from evidence where excerpt is null and author_key is null")
        .query(Long.class)
        .single();
  }

  private static Alert sample(String name) throws IOException {
    return JsonSerde.of(Alert.class).read(Files.readAllBytes(SAMPLES.resolve(name + ".json")));
  }
}

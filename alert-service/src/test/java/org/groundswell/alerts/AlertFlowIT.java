package org.groundswell.alerts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** The whole service with a real broker and a real database: signals in, rows out. */
@DirtiesContext
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AlertFlowIT {

  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final Instant MONDAY = Instant.parse("2026-06-01T00:00:00Z");
  private static final World WORLD = new World("flow");

  @Autowired private JdbcClient database;

  private final Stream stream = new Stream(WORLD, 2, MONDAY);

  @DynamicPropertySource
  static void configure(DynamicPropertyRegistry registry) {
    WORLD.configure(registry);
  }

  @BeforeAll
  void createTopics() {
    WORLD.createSourceTopics(3);
  }

  @AfterAll
  void close() {
    stream.close();
  }

  @Test
  void storesOneAlertForOneEventAndErasesWhatIsTakenBack() {
    Instant noon = MONDAY.plus(Duration.ofHours(60));
    stream.clock(noon);
    for (int i = 0; i < 12; i++) {
      stream.send(Sent.post(Sent.LAGOS, "voice" + i, noon.plusSeconds(150 * i)));
    }
    stream.clock(noon.plus(Duration.ofHours(1)));

    await().atMost(PATIENCE).untilAsserted(() -> assertThat(authors()).isGreaterThanOrEqualTo(8));
    assertThat(database.sql("select count(*) from alert").query(Long.class).single()).isOne();
    assertThat(database.sql("select place_name from alert").query(String.class).single())
        .isEqualTo("Lagos");
    long shown = excerpts();
    assertThat(shown).isGreaterThanOrEqualTo(8);

    String post =
        database.sql("select post from evidence where rank = 1").query(String.class).single();
    stream.delete(post);
    await().atMost(PATIENCE).untilAsserted(() -> assertThat(excerpts()).isEqualTo(shown - 1));
    stream.deleteAuthor(
        database
            .sql("select author_key from evidence where author_key is not null limit 1")
            .query(String.class)
            .single());
    await().atMost(PATIENCE).untilAsserted(() -> assertThat(excerpts()).isEqualTo(shown - 2));

    await().atMost(PATIENCE).untilAsserted(() -> assertThat(WORLD.lagOfSink()).isZero());

    stream.clock(noon.plus(Duration.ofHours(40)));
    await()
        .atMost(PATIENCE)
        .untilAsserted(() ->
            assertThat(database.sql("select status from alert").query(String.class).single())
                .isEqualTo("CLOSED"));
    assertThat(authors()).isEqualTo(12);
    assertThat(
            database
                .sql("select count(*) from evidence where excerpt is null")
                .query(Long.class)
                .single())
        .isLessThanOrEqualTo(2);
  }

  private long authors() {
    return database.sql("select coalesce(max(authors), 0) from alert").query(Long.class).single();
  }

  private long excerpts() {
    return database.sql("select count(excerpt) from evidence").query(Long.class).single();
  }
}

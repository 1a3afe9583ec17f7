package org.groundswell.alerts.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.flywaydb.core.Flyway;
import org.groundswell.testing.TestServers;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Evidence by month, on a real database. */
class RetentionIT {

  private static final LocalDate TODAY = LocalDate.parse("2026-11-25");
  private static final TestServers.Database SERVER = TestServers.newDatabase();
  private static final DriverManagerDataSource SOURCE =
      new DriverManagerDataSource(SERVER.jdbcUrl(), SERVER.user(), SERVER.password());

  private final JdbcClient database = JdbcClient.create(SOURCE);

  @BeforeEach
  void migrate() {
    var flyway = Flyway.configure().dataSource(SOURCE).cleanDisabled(false).load();
    flyway.clean();
    flyway.migrate();
    database
        .sql(
            """
            insert into alert values ('a', 1, 1, 'Lagos', 'TOWN', null, 'NG', 'Nigeria', 6, 3,
              'STRIKE', 'OPEN', 'ONGOING', 'MINOR', 'IMMEDIATE', 'LIKELY', now(), now(), now(), now(),
              null, 5, 5, 3600, 5, 0.1, 1e-9, '{}', '[]', '{}', 'Unverified')
            """)
        .update();
  }

  @Test
  void makesThePartitionsOfThisMonthAndTheNext() {
    keepHouse();
    keepHouse();

    assertThat(partitions()).contains("evidence_2026_11", "evidence_2026_12", "evidence_default");
  }

  @Test
  void movesWhatCameBeforeItsPartition() {
    database.sql("drop table if exists evidence_2026_12").update();
    write("early", TODAY.plusMonths(1));

    keepHouse();

    assertThat(count("evidence_2026_12")).isOne();
    assertThat(count("evidence_default")).isZero();
  }

  @Test
  void dropsMonthsThatAreTooOldAndLeavesTheRest() {
    write("now", TODAY);
    database.sql("select make_evidence_month('2026-05-01')::text").query().listOfRows();
    write("old", LocalDate.parse("2026-05-20"));
    write("older, without a partition", LocalDate.parse("2025-02-20"));

    keepHouse();

    assertThat(database.sql("select post from evidence").query(String.class).list())
        .containsExactly("now");
    assertThat(partitions()).doesNotContain("evidence_2026_05");
  }

  @Test
  void dropsOldRevisions() {
    revision(1, TODAY.minusDays(400));
    revision(2, TODAY.minusDays(300));

    keepHouse();

    assertThat(database.sql("select revision from alert_revision").query(Integer.class).list())
        .containsExactly(2);
  }

  private void keepHouse() {
    var properties = new StoreProperties("group", Duration.ofDays(90), Duration.ofDays(365));
    Instant noon = TODAY.atTime(12, 0).toInstant(ZoneOffset.UTC);
    new Retention(
            database,
            new TransactionTemplate(new JdbcTransactionManager(SOURCE)),
            properties,
            Clock.fixed(noon, ZoneOffset.UTC))
        .keepHouse();
  }

  private void write(String post, LocalDate written) {
    database
        .sql(
            """
            insert into evidence
              (alert_id, post, rank, post_time, event_type, probability, language, written)
            values ('a', :post, 1, now(), 'STRIKE', 0.9, 'en', :written)
            """)
        .param("post", post)
        .param("written", written)
        .update();
  }

  private void revision(int number, LocalDate published) {
    database
        .sql(
            "insert into alert_revision values ('a', :number, 'OPENED', 'MINOR', 'OPEN', :day, '{}')")
        .param("number", number)
        .param("day", published)
        .update();
  }

  private java.util.List<String> partitions() {
    return database
        .sql(
            """
            select relname from pg_inherits join pg_class on oid = inhrelid
            where inhparent = to_regclass('evidence')
            """)
        .query(String.class)
        .list();
  }

  private long count(String table) {
    return database.sql("select count(*) from " + table).query(Long.class).single();
  }
}

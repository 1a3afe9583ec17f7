package org.groundswell.alerts.store;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Keeps a partition of the evidence ready for this month and the next, and drops evidence and
 * revisions that are older than they are to be kept. Until it has come to it, rows fall into a
 * partition for the rest, from which they move.
 */
@Component
class Retention {

  private static final Logger LOG = LoggerFactory.getLogger(Retention.class);

  private final JdbcClient database;
  private final TransactionTemplate transaction;
  private final StoreProperties properties;
  private final Clock wall;

  Retention(
      JdbcClient database,
      TransactionTemplate transaction,
      StoreProperties properties,
      Clock wall) {
    this.database = database;
    this.transaction = transaction;
    this.properties = properties;
    this.wall = wall;
  }

  /** A database that is away is asked again at the next hour. */
  @Scheduled(fixedDelay = 1, timeUnit = TimeUnit.HOURS)
  void keepHouse() {
    try {
      LocalDate today = LocalDate.ofInstant(wall.instant(), ZoneOffset.UTC);
      transaction.executeWithoutResult(_ -> keepHouse(today));
    } catch (RuntimeException e) {
      LOG.info("Evidence is kept in order again in an hour: {}", e.getMessage());
    }
  }

  private void keepHouse(LocalDate today) {
    // Two instances would make the same partition.
    ask("select pg_advisory_xact_lock(hashtext('groundswell.evidence'))::text");
    database.sql("select make_evidence_month(:day)::text").param("day", today).query().listOfRows();
    database
        .sql("select make_evidence_month(:day)::text")
        .param("day", today.plusMonths(1))
        .query()
        .listOfRows();
    LocalDate evidence = today.minusDays(properties.keepEvidence().toDays());
    var dropped =
        database
            .sql("select drop_evidence_before(:day)")
            .param("day", evidence)
            .query(Integer.class)
            .single();
    int revisions =
        database
            .sql("delete from alert_revision where published < :day")
            .param("day", today.minusDays(properties.keepRevisions().toDays()))
            .update();
    if (dropped > 0 || revisions > 0) {
      LOG.info("Dropped {} months of evidence and {} revisions", dropped, revisions);
    }
  }

  private void ask(String question) {
    database.sql(question).query().listOfRows();
  }
}

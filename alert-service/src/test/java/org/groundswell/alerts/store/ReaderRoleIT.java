package org.groundswell.alerts.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import org.flywaydb.core.Flyway;
import org.groundswell.testing.TestServers;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** The reader may come before or after the tables. */
class ReaderRoleIT {

  @Test
  void mayReadWhenItsRoleIsCreatedAfterTheFirstStart() {
    var server = TestServers.newDatabase();
    var source = new DriverManagerDataSource(server.jdbcUrl(), server.user(), server.password());
    JdbcClient database = JdbcClient.create(source);
    migrate(source);

    database.sql("create role groundswell_reader").update();
    assertThat(mayRead(database)).isFalse();
    // A script that runs each time does so once a second at most.
    await()
        .atMost(Duration.ofSeconds(10))
        .untilAsserted(() -> {
          migrate(source);
          assertThat(mayRead(database)).isTrue();
        });
  }

  private static void migrate(DriverManagerDataSource source) {
    Flyway.configure().dataSource(source).load().migrate();
  }

  private static boolean mayRead(JdbcClient database) {
    return database
        .sql(
            """
            select has_table_privilege('groundswell_reader', 'alert', 'select')
               and has_table_privilege('groundswell_reader', 'evidence', 'select')
               and has_schema_privilege('groundswell_reader', 'public', 'usage')
            """)
        .query(Boolean.class)
        .single();
  }
}

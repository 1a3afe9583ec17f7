package org.groundswell.servers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.sql.DriverManager;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedServersTests {

  @TempDir Path directory;

  @Test
  void kafkaKeepsItsTopicsAcrossARestart() throws Exception {
    try (var kafka = EmbeddedKafka.start(directory.resolve("kafka"), 0);
        var admin = admin(kafka)) {
      admin.createTopics(List.of(new NewTopic("kept", 3, (short) 1))).all().get();
    }

    try (var kafka = EmbeddedKafka.start(directory.resolve("kafka"), 0);
        var admin = admin(kafka)) {
      assertThat(admin.listTopics().names().get()).contains("kept");
    }
  }

  @Test
  void postgresKeepsItsTablesAcrossARestart() throws Exception {
    try (var postgres = EmbeddedPostgres.start(directory.resolve("pg"), 0)) {
      execute(postgres, "create table kept (id int)");
    }

    try (var postgres = EmbeddedPostgres.start(directory.resolve("pg"), 0)) {
      execute(postgres, "insert into kept values (1)");
    }
  }

  @Test
  void postgresAsksForThePassword() throws Exception {
    String password = "a secret";
    try (var postgres = EmbeddedPostgres.start(directory.resolve("pg"), 0, password)) {
      String url = postgres.jdbcUrl("postgres");

      assertThatCode(() -> DriverManager.getConnection(url, "postgres", password).close())
          .doesNotThrowAnyException();
      assertThatThrownBy(() -> DriverManager.getConnection(url, "postgres", "wrong"))
          .hasMessageContaining("password authentication failed");
    }
  }

  @Test
  void postgresFlushesWhatIsToBeKept() throws Exception {
    String password = "a secret";
    try (var postgres = EmbeddedPostgres.start(directory.resolve("pg"), 0, password);
        var connection =
            DriverManager.getConnection(postgres.jdbcUrl("postgres"), "postgres", password);
        var statement = connection.createStatement()) {
      for (String setting : List.of("fsync", "full_page_writes", "synchronous_commit")) {
        var answer = statement.executeQuery("show " + setting);
        assertThat(answer.next()).isTrue();
        assertThat(answer.getString(1)).as(setting).isEqualTo("on");
      }
    }
  }

  private static void execute(EmbeddedPostgres postgres, String sql) throws Exception {
    try (var connection =
            DriverManager.getConnection(postgres.jdbcUrl("postgres"), postgres.superuser(), "");
        var statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private static Admin admin(EmbeddedKafka kafka) {
    return Admin.create(Map.of("bootstrap.servers", kafka.bootstrapServers()));
  }
}

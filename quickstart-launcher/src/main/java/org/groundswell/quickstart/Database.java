package org.groundswell.quickstart;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.groundswell.quickstart.failure.CannotRun;
import org.groundswell.quickstart.folder.KeptSettings;
import org.groundswell.servers.EmbeddedPostgres;

/**
 * The database of a run and its two roles: one that owns the schema and writes, one that can only
 * read. Both get new passwords in each run.
 *
 * @param url JDBC address without user and password
 */
record Database(String url, Login writer, Login reader) {

  private static final String NAME = "groundswell";

  /** A role and its password. */
  record Login(String user, String password) {}

  /** Makes what is missing; what an earlier run made is kept. */
  static Database prepare(EmbeddedPostgres postgres, String superuserPassword) {
    var writer = new Login("groundswell_writer", KeptSettings.randomSecret());
    var reader = new Login("groundswell_reader", KeptSettings.randomSecret());
    var superuser = new Login(postgres.superuser(), superuserPassword);
    try {
      try (Connection server = connect(postgres.jdbcUrl("postgres"), superuser)) {
        for (Login login : List.of(writer, reader)) {
          createRole(server, login);
        }
        createDatabase(server, writer);
      }
      String url = postgres.jdbcUrl(NAME);
      try (Connection database = connect(url, superuser)) {
        grant(database, writer, reader);
      }
      return new Database(url, writer, reader);
    } catch (SQLException e) {
      throw new CannotRun("Cannot prepare the database: " + e.getMessage(), e);
    }
  }

  private static void createRole(Connection server, Login login) throws SQLException {
    if (!exists(server, "select from pg_roles where rolname = '%s'".formatted(login.user))) {
      run(server, "create role %s login".formatted(login.user));
    }
    run(server, "alter role %s password '%s'".formatted(login.user, login.password));
  }

  private static void createDatabase(Connection server, Login owner) throws SQLException {
    if (!exists(server, "select from pg_database where datname = '%s'".formatted(NAME))) {
      run(server, "create database %s owner %s".formatted(NAME, owner.user));
    }
  }

  private static void grant(Connection database, Login writer, Login reader) throws SQLException {
    run(database, "revoke all on database %s from public".formatted(NAME));
    run(database, "grant connect on database %s to %s".formatted(NAME, reader.user));
    run(database, "alter schema public owner to " + writer.user);
    run(database, "grant usage on schema public to " + reader.user);
    // The tables come later, by the alert service's migrations.
    run(
        database,
        "alter default privileges for role %s in schema public grant select on tables to %s"
            .formatted(writer.user, reader.user));
  }

  private static Connection connect(String url, Login login) throws SQLException {
    return DriverManager.getConnection(url, login.user, login.password);
  }

  private static boolean exists(Connection connection, String query) throws SQLException {
    try (Statement statement = connection.createStatement();
        var rows = statement.executeQuery(query)) {
      return rows.next();
    }
  }

  private static void run(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}

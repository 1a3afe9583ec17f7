package org.groundswell.servers;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/**
 * A PostgreSQL server as child processes of this JVM, with its binaries, data and socket lock below
 * one directory. It listens on the loopback address and knows the superuser {@code postgres}.
 */
public final class EmbeddedPostgres implements AutoCloseable {

  private static final Duration STARTUP = Duration.ofSeconds(60);

  private final io.zonky.test.db.postgres.embedded.EmbeddedPostgres server;

  private EmbeddedPostgres(io.zonky.test.db.postgres.embedded.EmbeddedPostgres server) {
    this.server = server;
  }

  /**
   * Starts a server whose data lives in {@code directory}; data that is there already is kept.
   *
   * @param directory created when missing
   * @param port 0 takes a free one
   * @throws IOException when the server does not come up within a minute
   */
  public static EmbeddedPostgres start(Path directory, int port) throws IOException {
    Files.createDirectories(directory);
    var server =
        io.zonky.test.db.postgres.embedded.EmbeddedPostgres.builder()
            .setOverrideWorkingDirectory(directory.resolve("binaries").toFile())
            .setDataDirectory(directory.resolve("data").toFile())
            .setCleanDataDirectory(false)
            .setPort(port == 0 ? FreePorts.next() : port)
            .setPGStartupWait(STARTUP)
            .start();
    return new EmbeddedPostgres(server);
  }

  /** Returns the JDBC address of a database on this server, without user and password. */
  public String jdbcUrl(String database) {
    return "jdbc:postgresql://127.0.0.1:%d/%s".formatted(server.getPort(), database);
  }

  /** Returns the name of the superuser; it needs no password. */
  public String superuser() {
    return "postgres";
  }

  /** Stops the server and waits for it. */
  @Override
  public void close() throws IOException {
    server.close();
  }
}

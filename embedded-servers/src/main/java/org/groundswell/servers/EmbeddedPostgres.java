package org.groundswell.servers;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;

/**
 * A PostgreSQL server as child processes of this JVM, with its binaries and data below one
 * directory. It listens on 127.0.0.1 only, opens no Unix socket, and knows the superuser {@code
 * postgres}. Nobody but {@link #close()} stops it: a caller that ends without it leaves the server
 * running.
 */
public final class EmbeddedPostgres implements AutoCloseable {

  private static final Duration STARTUP = Duration.ofSeconds(60);

  private final Path data;
  private final io.zonky.test.db.postgres.embedded.EmbeddedPostgres server;

  private EmbeddedPostgres(Path data, io.zonky.test.db.postgres.embedded.EmbeddedPostgres server) {
    this.data = data;
    this.server = server;
  }

  /**
   * Starts a server that trusts every local user, for tests. It does not flush to the disk: a crash
   * of the machine may cost the data.
   *
   * @param directory holds the data; created when missing, kept when there
   * @param port 0 takes a free one
   * @throws IOException when the server does not come up within a minute
   */
  public static EmbeddedPostgres start(Path directory, int port) throws IOException {
    Files.createDirectories(directory);
    return new EmbeddedPostgres(data(directory), builder(directory, port).start());
  }

  /**
   * Starts a server that asks everyone for a password (SCRAM-SHA-256), and whose data outlives a
   * crash of the machine.
   *
   * @param directory holds the data; created when missing, kept when there
   * @param port 0 takes a free one
   * @param password of the superuser; must be the one of the first start when data is there already
   * @throws IOException when the server does not come up within a minute, or the password is wrong
   */
  public static EmbeddedPostgres start(Path directory, int port, String password)
      throws IOException {
    return start(directory, password, builder(directory, port));
  }

  private static EmbeddedPostgres start(
      Path directory,
      String password,
      io.zonky.test.db.postgres.embedded.EmbeddedPostgres.Builder builder)
      throws IOException {
    Files.createDirectories(directory);
    Path passwordFile = directory.resolve("superuser");
    writeForOwner(passwordFile, password);
    try {
      var server =
          builder
              // The library hands its "locale" settings to initdb as they are; the last auth wins.
              .setLocaleConfig("auth", "scram-sha-256")
              .setLocaleConfig("pwfile", passwordFile.toAbsolutePath().toString())
              .setConnectConfig("password", password)
              // The library starts the server with -F, no flushing; what is set here comes later.
              .setServerConfig("fsync", "on")
              .setServerConfig("full_page_writes", "on")
              .start();
      return new EmbeddedPostgres(data(directory), server);
    } finally {
      Files.deleteIfExists(passwordFile);
    }
  }

  /**
   * Starts a server as {@link #start(Path, int, String)} does, that takes connections over TLS
   * only, as {@code localhost}.
   *
   * @param certificate PEM file with the server's certificate
   * @param key PEM file with its private key, readable by the owner only
   */
  public static EmbeddedPostgres start(Path directory, String password, Path certificate, Path key)
      throws IOException {
    return start(
        directory,
        password,
        builder(directory, 0)
            .setServerConfig("ssl", "on")
            .setServerConfig("ssl_cert_file", certificate.toAbsolutePath().toString())
            .setServerConfig("ssl_key_file", key.toAbsolutePath().toString())
            .setDataDirectoryCustomizer(EmbeddedPostgres::refusePlainText));
  }

  private static void refusePlainText(File data) {
    try {
      Files.writeString(
          data.toPath().resolve("pg_hba.conf"), "hostssl all all 127.0.0.1/32 scram-sha-256\n");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Returns the JDBC address of a database on this server, without user and password. */
  public String jdbcUrl(String database) {
    return "jdbc:postgresql://127.0.0.1:%d/%s".formatted(server.getPort(), database);
  }

  /** Returns the port that the server listens on. */
  public int port() {
    return server.getPort();
  }

  /** Returns the name of the superuser. */
  public String superuser() {
    return "postgres";
  }

  /**
   * Returns the process id of the server's first process, which ends all others.
   *
   * @throws IOException when the server has ended
   */
  public long pid() throws IOException {
    try (var lines = Files.lines(data.resolve("postmaster.pid"))) {
      return lines.findFirst().map(String::strip).map(Long::parseLong).orElseThrow();
    }
  }

  /** Stops the server and waits for it. */
  @Override
  public void close() throws IOException {
    server.close();
  }

  private static Path data(Path directory) {
    return directory.resolve("data");
  }

  private static io.zonky.test.db.postgres.embedded.EmbeddedPostgres.Builder builder(
      Path directory, int port) {
    Path binaries = directory.resolve("binaries").toAbsolutePath();
    // Otherwise the library makes a folder of its own in the system's temporary directory.
    System.setProperty("ot.epg.working-dir", binaries.toString());
    return io.zonky.test.db.postgres.embedded.EmbeddedPostgres.builder()
        .setOverrideWorkingDirectory(binaries.toFile())
        .setDataDirectory(data(directory).toFile())
        .setCleanDataDirectory(false)
        .setRegisterShutdownHook(false)
        .setLocaleConfig("locale", "C")
        .setServerConfig("listen_addresses", "127.0.0.1")
        .setServerConfig("unix_socket_directories", "")
        // Shared memory as files below the data directory, so that a kill leaves nothing elsewhere.
        .setServerConfig("dynamic_shared_memory_type", "mmap")
        .setServerConfig("synchronous_commit", "on")
        .setPort(port == 0 ? FreePorts.next() : port)
        .setPGStartupWait(STARTUP);
  }

  private static void writeForOwner(Path file, String text) throws IOException {
    Files.deleteIfExists(file);
    if (Files.getFileStore(file.getParent()).supportsFileAttributeView("posix")) {
      var ownerOnly =
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
      Files.createFile(file, ownerOnly);
    }
    Files.writeString(file, text);
  }
}

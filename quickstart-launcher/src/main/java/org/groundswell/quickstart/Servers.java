package org.groundswell.quickstart;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.groundswell.quickstart.failure.CannotRun;
import org.groundswell.quickstart.folder.DataFolder;
import org.groundswell.quickstart.folder.KeptSettings;
import org.groundswell.quickstart.process.Watchdog;
import org.groundswell.servers.EmbeddedKafka;
import org.groundswell.servers.EmbeddedPostgres;
import org.slf4j.LoggerFactory;

/**
 * Kafka, inside this process, and PostgreSQL, beside it.
 *
 * @param database prepared for the services
 */
record Servers(EmbeddedKafka kafka, EmbeddedPostgres postgres, Database database)
    implements AutoCloseable {

  private static final String SUPERUSER_SECRET = "postgres.password";

  /**
   * Starts both side by side.
   *
   * @throws CannotRun when one does not come up; the other is stopped then
   */
  static Servers start(DataFolder folder, KeptSettings settings, Watchdog watchdog) {
    sendNativeLibrariesTo(folder);
    LoggerFactory.getILoggerFactory(); // complains when several threads make it at once
    // A thread of its own: Kafka finds classes by the thread's class loader, which the common pool
    // does not inherit.
    var kafka =
        CompletableFuture.supplyAsync(
            () -> startKafka(folder), task -> Thread.ofPlatform().name("start-kafka").start(task));
    try {
      var postgres = startPostgres(folder, settings, watchdog);
      return withDatabase(kafka, postgres, settings);
    } catch (RuntimeException e) {
      stop(kafka);
      throw e;
    }
  }

  private static Servers withDatabase(
      CompletableFuture<EmbeddedKafka> kafka, EmbeddedPostgres postgres, KeptSettings settings) {
    try {
      var database = Database.prepare(postgres, settings.secret(SUPERUSER_SECRET));
      return new Servers(kafka.join(), postgres, database);
    } catch (CompletionException e) {
      close(postgres);
      throw new CannotRun("The embedded Kafka broker did not start: " + e.getCause(), e);
    } catch (RuntimeException e) {
      close(postgres);
      throw e;
    }
  }

  /** Stops the database, then the broker. */
  @Override
  public void close() {
    close(postgres);
    kafka.close();
  }

  private static EmbeddedKafka startKafka(DataFolder folder) {
    try {
      return EmbeddedKafka.start(folder.at("kafka"), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static EmbeddedPostgres startPostgres(
      DataFolder folder, KeptSettings settings, Watchdog watchdog) {
    try {
      String password = settings.secret(SUPERUSER_SECRET);
      var postgres = EmbeddedPostgres.start(folder.at("postgres"), 0, password);
      watchdog.watch(postgres.pid());
      return postgres;
    } catch (IOException | RuntimeException e) {
      throw new CannotRun("The embedded PostgreSQL did not start: " + e.getMessage(), e);
    }
  }

  private static void stop(CompletableFuture<EmbeddedKafka> kafka) {
    try {
      kafka.join().close();
    } catch (CompletionException _) {
      // It never ran; the failure of PostgreSQL is what is told.
    }
  }

  private static void close(EmbeddedPostgres postgres) {
    try {
      postgres.close();
    } catch (IOException e) {
      throw new CannotRun("PostgreSQL did not stop: " + e.getMessage(), e);
    }
  }

  /**
   * The compression libraries unpack themselves into the system's temporary directory otherwise.
   */
  private static void sendNativeLibrariesTo(DataFolder folder) {
    String temporary = folder.temporary().toString();
    System.setProperty("java.io.tmpdir", temporary);
    System.setProperty("ZstdTempFolder", temporary);
    System.setProperty("org.xerial.snappy.tempdir", temporary);
  }
}

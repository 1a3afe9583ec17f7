package org.groundswell.system;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import org.groundswell.servers.EmbeddedKafka;
import org.groundswell.system.records.Ledger;

/**
 * The simulated week, replayed once by the quickstart with nothing disturbed: what every disturbed
 * run is compared with.
 *
 * @param authorSecret key of the hash that stands for an author; another makes other authors
 */
public record SampleRun(RunReport report, Ledger ledger, String authorSecret) {

  /** Returns the run; the first call in a JVM makes it, as fast as one worker can. */
  public static SampleRun undisturbed() {
    return Undisturbed.RUN;
  }

  private static SampleRun make() throws IOException, InterruptedException {
    Path data = Files.createTempDirectory(Files.createDirectories(Path.of("target")), "sample");
    try (var run = QuickstartRun.once("--workers", "1", "--speed", "max", "--data", path(data))) {
      RunReport report = run.report();
      try (var kafka = EmbeddedKafka.start(data.resolve("kafka"), 0)) {
        return new SampleRun(report, Ledger.read(kafka.bootstrapServers()), authorSecret(data));
      }
    }
  }

  private static String authorSecret(Path data) throws IOException {
    var settings = new Properties();
    try (Reader file = Files.newBufferedReader(data.resolve("settings.properties"))) {
      settings.load(file);
    }
    return settings.getProperty("author.secret");
  }

  private static String path(Path data) {
    return data.toAbsolutePath().toString();
  }

  private static final class Undisturbed {

    static final SampleRun RUN = run();

    private static SampleRun run() {
      try {
        return make();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new IllegalStateException(e);
      }
    }
  }
}

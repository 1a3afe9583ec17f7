package org.groundswell.quickstart;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.groundswell.quickstart.process.ProjectLayout;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import picocli.CommandLine.Spec.Target;

/** The options of the command line, and the rules between them. */
final class Options {

  /** A week passes in two minutes. */
  static final String DEFAULT_SPEED = "5000";

  static final int DEFAULT_PORT = 8080;
  private static final int MAX_WORKERS = 16;
  private static final int MAX_PARTITIONS = 64;
  private static final int LAST_PORT = 65_535 - Ports.SPAN;
  private static final String SAMPLE = "sample/simulated-week.ndjson.gz";

  @Spec(Target.MIXEE)
  private @Nullable CommandSpec spec;

  @Option(
      names = "--workers",
      paramLabel = "N",
      defaultValue = "2",
      description = "NLP workers, each a process of its own; 1 to 16 (default: ${DEFAULT-VALUE}).")
  private int workers;

  @Option(
      names = "--replay",
      paramLabel = "FILE",
      description = "Replay this file (plain, gzip or zstd) instead of the shipped sample.")
  private @Nullable Path replay;

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      description = "Form of the file; the collector finds out by itself when this is missing.")
  private @Nullable String format;

  @Option(
      names = "--fields",
      paramLabel = "NAME=FIELD,...",
      description = "Other names of the file's fields, such as text=body,created_at=time.")
  private @Nullable String fields;

  @Option(
      names = "--speed",
      paramLabel = "N|max",
      description =
          "Replay N times faster than the posts were written, or as fast as possible"
              + " (default: "
              + DEFAULT_SPEED
              + ", a week in two minutes).")
  private @Nullable String speed;

  @Option(
      names = "--live",
      description = "Follow Bluesky's public stream instead of a file; needs the Internet.")
  private boolean live;

  @Option(
      names = "--once",
      description =
          "End when everything replayed has been processed, and print one line of JSON with the"
              + " counts on standard output; all else goes to standard error.")
  private boolean once;

  @Option(
      names = "--data",
      paramLabel = "DIR",
      description =
          "Keep Kafka's log, the database and the services' logs here across runs; without it they"
              + " live in a fresh folder below .groundswell that is removed at the end.")
  private @Nullable Path data;

  @Option(
      names = "--port",
      paramLabel = "PORT",
      description =
          "Port of the page and of the REST interface (default: 8080); the collector takes the next"
              + " one, the alert service the third after it. With --once free ports are taken unless"
              + " this is given.")
  private @Nullable Integer port;

  @Option(
      names = "--partitions",
      paramLabel = "N",
      defaultValue = "4",
      description =
          "Partitions of the topics, the most workers that can share the work; 1 to 64"
              + " (default: ${DEFAULT-VALUE}).")
  private int partitions;

  @Option(names = "--verbose", description = "Tell each step of starting and stopping.")
  private boolean verbose;

  int workers() {
    return workers;
  }

  boolean once() {
    return once;
  }

  boolean verbose() {
    return verbose;
  }

  int partitions() {
    return partitions;
  }

  @Nullable Path data() {
    return data;
  }

  /**
   * Returns the ports to listen on.
   *
   * @throws ParameterException when one is in use
   */
  Ports ports() {
    return once && port == null ? Ports.free() : Ports.from(port == null ? DEFAULT_PORT : port);
  }

  /**
   * Checks all options.
   *
   * @throws ParameterException with one sentence on the first that is wrong
   */
  void validate() {
    requireRange("--workers", workers, 1, MAX_WORKERS);
    requireRange("--partitions", partitions, 1, MAX_PARTITIONS);
    if (port != null) {
      requireRange("--port", port, 1, LAST_PORT);
    }
    require(
        workers <= partitions,
        "--workers %d cannot share --partitions %d: each worker needs a partition"
            .formatted(workers, partitions));
    if (live) {
      requireAbsent("--live", "--replay", replay);
      requireAbsent("--live", "--format", format);
      requireAbsent("--live", "--fields", fields);
      requireAbsent("--live", "--speed", speed);
      require(!once, "--live never ends, so --once cannot go with it");
    }
    if (replay == null) {
      requireAbsent("the shipped sample", "--format", format);
      requireAbsent("the shipped sample", "--fields", fields);
    } else {
      requireReadable(replay);
    }
    requireSpeed();
  }

  /** Returns where the posts come from. */
  Source source(ProjectLayout project) {
    if (live) {
      return new Source.Live();
    }
    String chosen = speed == null ? DEFAULT_SPEED : speed.toLowerCase(Locale.ROOT);
    if (replay != null) {
      return new Source.Replay(replay, format, fields, chosen);
    }
    Path sample = project.root().resolve(SAMPLE);
    requireReadable(sample);
    return new Source.Replay(sample, null, null, chosen);
  }

  private void requireSpeed() {
    if (speed != null && !speed.equalsIgnoreCase("max")) {
      require(
          speed.matches("\\d{1,9}(\\.\\d{1,6})?") && Double.parseDouble(speed) > 0,
          "--speed %s is neither a positive number nor max".formatted(speed));
    }
  }

  private void requireReadable(Path file) {
    require(Files.exists(file), "There is no file %s".formatted(file));
    require(Files.isRegularFile(file), "%s is not a file".formatted(file));
    require(Files.isReadable(file), "The file %s cannot be read by this user".formatted(file));
  }

  private void requireRange(String option, int value, int lowest, int highest) {
    require(
        value >= lowest && value <= highest,
        "%s %d is not between %d and %d".formatted(option, value, lowest, highest));
  }

  private void requireAbsent(String with, String option, @Nullable Object value) {
    require(value == null, "%s cannot go with %s".formatted(option, with));
  }

  private void require(boolean condition, String sentence) {
    if (!condition && spec != null) {
      throw new ParameterException(spec.commandLine(), sentence);
    }
  }
}

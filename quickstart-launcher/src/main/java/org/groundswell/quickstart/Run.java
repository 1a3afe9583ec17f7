package org.groundswell.quickstart;

import java.io.Console;
import java.io.PrintStream;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.groundswell.quickstart.folder.DataFolder;
import org.groundswell.quickstart.folder.KeptSettings;
import org.groundswell.quickstart.process.ProjectLayout;
import org.groundswell.quickstart.process.Services;
import org.groundswell.quickstart.process.Watchdog;
import org.groundswell.quickstart.progress.AlertSeen;
import org.groundswell.quickstart.progress.ProgressLine;
import org.groundswell.quickstart.progress.ReplayShare;
import org.groundswell.quickstart.progress.StreamWatch;
import picocli.CommandLine.ExitCode;

/**
 * One run from start to stop.
 *
 * <p>The servers come first, then every service that reads, and the collector last: so the figures
 * tell how fast the posts are worked on, not how fast the services start. Detection alone cannot be
 * ready before the collector, which makes one of its topics. Whatever ends the run, all that was
 * started is stopped in the reverse order.
 */
final class Run {

  private final Options options;
  private final StopSignal stop;
  private final PrintStream out;
  private final ProgressLine progress;
  private final long begun = System.nanoTime();

  /**
   * @param out receives what the run is for: the page's address, or the summary
   * @param err receives all else
   */
  Run(Options options, StopSignal stop, PrintStream out, PrintStream err) {
    this.options = options;
    this.stop = stop;
    this.out = out;
    this.progress = new ProgressLine(err, isTerminal());
  }

  /** Returns the exit code. */
  int execute() {
    ProjectLayout project = ProjectLayout.find();
    Fleet.MODULES.forEach(project::jar); // before anything is started
    Source source = options.source(project);
    Ports ports = options.ports();
    try (DataFolder folder = folder(project)) {
      folder.requireSpace(source.diskBytes());
      KeptSettings settings = KeptSettings.of(folder);
      settings.hold("--partitions", options.partitions());
      try (Watchdog watchdog = Watchdog.start(folder)) {
        return runServers(project, source, ports, folder, settings, watchdog);
      }
    }
  }

  private int runServers(
      ProjectLayout project,
      Source source,
      Ports ports,
      DataFolder folder,
      KeptSettings settings,
      Watchdog watchdog) {
    progress.say("Starting Kafka and PostgreSQL in " + folder.root());
    System.setProperty("groundswell.log", folder.logs().resolve("servers.log").toString());
    try (Servers servers = Servers.start(folder, settings, watchdog)) {
      detail("Kafka listens on " + servers.kafka().bootstrapServers());
      var fleet =
          new Fleet(
              project,
              folder,
              ports,
              options.partitions(),
              servers.kafka().bootstrapServers(),
              servers.database(),
              settings.secret("author.secret"));
      return runServices(fleet, source, watchdog);
    }
  }

  private int runServices(Fleet fleet, Source source, Watchdog watchdog) {
    try (var watch = StreamWatch.start(fleet.bootstrapServers(), this::tell);
        var services = new Services(fleet.folder(), watchdog, stop::requested, this::detail)) {
      progress.say("Starting the services");
      if (services.start(fleet.readers(options.workers()))
          && services.start(List.of(fleet.collector(source)))
          && services.awaitReady()) {
        welcome(fleet);
        follow(fleet, watch, services);
      }
      progress.say("Stopping");
    }
    return ExitCode.OK;
  }

  private void follow(Fleet fleet, StreamWatch watch, Services services) {
    var collector = URI.create("http://127.0.0.1:" + fleet.ports().collector());
    try (var share = new ReplayShare(collector)) {
      new Journey(options.once(), share, watch, services, progress, out).follow(stop);
    }
  }

  private DataFolder folder(ProjectLayout project) {
    Path kept = options.data();
    return kept == null
        ? DataFolder.fresh(project.root().resolve(".groundswell"))
        : DataFolder.keep(kept);
  }

  private void welcome(Fleet fleet) {
    String address = "http://127.0.0.1:" + fleet.ports().dashboard();
    progress.say("Ready after %d s".formatted(TimeUnit.NANOSECONDS.toSeconds(elapsed())));
    String text =
        """

          The page      %s/
          The alerts    curl '%s/api/v1/alerts'
          Your posts    curl -H 'Content-Type: application/json' \\
                          -d '{"id":"1","text":"Crowds fill the square in Caracas"}' \\
                          http://127.0.0.1:%d/api/v1/posts
          An analysis   curl -H 'Content-Type: application/json' \\
                          -d '{"text":"Mañana a las 10 marchamos en Rosario"}' \\
                          'http://127.0.0.1:%d/api/v1/analyses?explain=true'
          The logs      %s
        """
            .formatted(
                address,
                address,
                fleet.ports().collector(),
                fleet.ports().worker(),
                fleet.folder().logs());
    if (options.once()) {
      detail(text);
    } else {
      out.println(text);
    }
  }

  private long elapsed() {
    return System.nanoTime() - begun;
  }

  private void tell(AlertSeen alert) {
    progress.say("ALERT %s  %s".formatted(alert.detected(), alert.headline()));
  }

  private void detail(String line) {
    if (options.verbose()) {
      progress.say(line);
    }
  }

  private static boolean isTerminal() {
    return Optional.ofNullable(System.console()).filter(Console::isTerminal).isPresent();
  }
}

package org.groundswell.quickstart;

import java.util.concurrent.Callable;
import org.groundswell.quickstart.failure.CannotRun;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.ParameterException;

/**
 * Runs all of Groundswell on one machine: Kafka, PostgreSQL and the four services.
 *
 * <p>Exit codes: 0 after {@code --once} or {@code --help}, 1 when the run failed, 2 when the
 * options are wrong, 130 and 143 after Ctrl-C and SIGTERM.
 */
@Command(
    name = "quickstart",
    mixinStandardHelpOptions = true,
    versionProvider = Quickstart.Version.class,
    sortOptions = false,
    usageHelpAutoWidth = true,
    description = {
      "Starts Kafka, PostgreSQL and the four services on this machine and shows a replay of the"
          + " shipped sample, of your own file, or Bluesky's live stream.",
      "Everything listens on 127.0.0.1 only. Ctrl-C stops it all."
    })
public final class Quickstart implements Callable<Integer> {

  @Mixin private final Options options = new Options();
  private final StopSignal stop;

  Quickstart(StopSignal stop) {
    this.stop = stop;
  }

  public static void main(String[] args) {
    var stop = StopSignal.install();
    int code = commandLine(stop).execute(args);
    stop.ended();
    System.exit(code);
  }

  static CommandLine commandLine(StopSignal stop) {
    var quickstart = new Quickstart(stop);
    return new CommandLine(quickstart)
        .setParameterExceptionHandler(Quickstart::refuse)
        .setExecutionExceptionHandler(quickstart::fail);
  }

  @Override
  public Integer call() {
    options.validate();
    return new Run(options, stop, System.out, System.err).execute();
  }

  private static int refuse(ParameterException e, String[] arguments) {
    e.getCommandLine().getErr().println(e.getMessage() + " (--help lists the options)");
    return CommandLine.ExitCode.USAGE;
  }

  private int fail(Exception e, CommandLine commandLine, CommandLine.ParseResult arguments) {
    if (e instanceof CannotRun) {
      commandLine.getErr().println(e.getMessage());
    }
    if (options.verbose() || !(e instanceof CannotRun)) {
      e.printStackTrace(commandLine.getErr());
    }
    return CommandLine.ExitCode.SOFTWARE;
  }

  /** Reads the version from the jar's manifest. */
  static final class Version implements IVersionProvider {

    @Override
    public String[] getVersion() {
      String version = Quickstart.class.getPackage().getImplementationVersion();
      return new String[] {"Groundswell " + (version == null ? "(not packaged)" : version)};
    }
  }
}

package org.groundswell.deadletters;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import org.groundswell.deadletters.broker.Failures;
import org.groundswell.deadletters.listing.ListCommand;
import org.groundswell.deadletters.listing.ShowCommand;
import org.groundswell.deadletters.playback.PlayBackCommand;
import org.springframework.boot.CommandLineRunner;
import org.springframework.boot.ExitCodeGenerator;
import org.springframework.stereotype.Component;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The command line: reads the arguments, runs what they ask for and keeps its exit code. */
@Component
class Commands implements CommandLineRunner, ExitCodeGenerator {

  private final ListCommand list;
  private final ShowCommand show;
  private final PlayBackCommand playBack;
  private final Failures failures;
  private int exitCode;

  Commands(ListCommand list, ShowCommand show, PlayBackCommand playBack, Failures failures) {
    this.list = list;
    this.show = show;
    this.playBack = playBack;
    this.failures = failures;
  }

  @Command(
      name = "dead-letters",
      description = "Lists, shows and plays back what Groundswell's services could not read.",
      mixinStandardHelpOptions = true,
      version = "dead-letters 0.1.0",
      synopsisSubcommandLabel = "COMMAND",
      exitCodeListHeading = "%nExit codes:%n",
      exitCodeList = {
        "0:done",
        "1:failed; what was done before is kept, and the same command goes on from there",
        "2:wrong arguments",
        "3:done, but some were left because they may not be played back"
      },
      footer = {
        "",
        "Kafka is found by the environment: SPRING_KAFKA_BOOTSTRAP_SERVERS and the other SPRING_KAFKA_*"
            + " of the services."
      })
  private static final class Root {}

  @Override
  public void run(String... args) {
    exitCode =
        run(
            new PrintWriter(System.out, true, StandardCharsets.UTF_8),
            new PrintWriter(System.err, true, StandardCharsets.UTF_8),
            args);
  }

  @Override
  public int getExitCode() {
    return exitCode;
  }

  /** Runs one command and returns its exit code. */
  int run(PrintWriter out, PrintWriter err, String... args) {
    return new CommandLine(new Root())
        .addSubcommand(list)
        .addSubcommand(show)
        .addSubcommand(playBack)
        .setOut(out)
        .setErr(err)
        .setExecutionExceptionHandler((failure, _, _) -> fail(failure, err))
        .execute(args);
  }

  private int fail(Exception failure, PrintWriter err) {
    err.println(failures.sentence(failure));
    return CommandLine.ExitCode.SOFTWARE;
  }
}

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

  private final CommandLine line;
  private int exitCode;

  Commands(ListCommand list, ShowCommand show, PlayBackCommand playBack, Failures failures) {
    this.line =
        new CommandLine(new Root())
            .addSubcommand(list)
            .addSubcommand(show)
            .addSubcommand(playBack)
            .setExecutionExceptionHandler((failure, command, _) -> {
              command.getErr().println(failures.sentence(failure));
              return CommandLine.ExitCode.SOFTWARE;
            });
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
        "Kafka is found by the environment: SPRING_KAFKA_BOOTSTRAPSERVERS and the other SPRING_KAFKA_*"
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
    return line.setOut(out).setErr(err).execute(args);
  }
}

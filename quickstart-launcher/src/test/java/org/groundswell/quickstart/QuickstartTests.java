package org.groundswell.quickstart;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QuickstartTests {

  private final StringWriter err = new StringWriter();
  private final StringWriter out = new StringWriter();

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          --workers 0                | --workers 0 is not between 1 and 16
          --workers 17               | --workers 17 is not between 1 and 16
          --workers x                | Invalid value for option '--workers'
          --workers 5                | --workers 5 cannot share --partitions 4
          --partitions 0             | --partitions 0 is not between 1 and 64
          --partitions 65            | --partitions 65 is not between 1 and 64
          --port 0                   | --port 0 is not between 1 and 65532
          --port 65533               | --port 65533 is not between 1 and 65532
          --speed 0                  | --speed 0 is neither a positive number nor max
          --speed -1                 | --speed -1 is neither a positive number nor max
          --speed fast               | --speed fast is neither a positive number nor max
          --live --once              | --live never ends, so --once cannot go with it
          --live --replay pom.xml    | --replay cannot go with --live
          --live --speed 10          | --speed cannot go with --live
          --live --format csv        | --format cannot go with --live
          --live --fields id=a       | --fields cannot go with --live
          --format csv               | --format cannot go with the shipped sample
          --fields id=a              | --fields cannot go with the shipped sample
          --replay no/such.ndjson    | There is no file no/such.ndjson
          --replay src               | src is not a file
          --colour                   | Unknown option: '--colour'
          """)
  void refusesInOneSentence(String arguments, String sentence) {
    int code = run(arguments.split(" "));

    assertThat(code).isEqualTo(2);
    assertThat(err.toString()).startsWith(sentence).hasLineCount(1);
  }

  @Test
  void describesEachOption() {
    int code = run("--help");

    assertThat(code).isZero();
    assertThat(out.toString())
        .contains("--workers", "--replay", "--format", "--fields", "--speed", "--live", "--once")
        .contains("--data", "--port", "--partitions", "--verbose", "--help", "--version");
  }

  private int run(String... arguments) {
    return Quickstart.commandLine(new StopSignal())
        .setErr(new PrintWriter(err, true))
        .setOut(new PrintWriter(out, true))
        .execute(arguments);
  }
}

package org.groundswell.quickstart.progress;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

class ProgressLineTests {

  private static final Counts COUNTS = new Counts(12_300, 45, 5, 12_000, 310, 3, 2);

  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
  private final PrintStream out = new PrintStream(bytes, true, StandardCharsets.UTF_8);

  @Test
  void showsABarWhenTheShareIsKnown() {
    assertThat(ProgressLine.text(COUNTS, OptionalDouble.of(0.419)))
        .isEqualTo(
            "[#####-------]  41 %  read 12,345  analysed 11,995  lag 300  signals 310  alerts 3");
  }

  @Test
  void showsFiguresOnlyOtherwise() {
    assertThat(ProgressLine.text(COUNTS, OptionalDouble.empty())).startsWith("read 12,345");
  }

  @Test
  void rewritesItsLineOnATerminal() {
    var line = new ProgressLine(out, true);
    line.show(COUNTS, OptionalDouble.empty());
    line.say("Stopping");

    assertThat(bytes.toString(StandardCharsets.UTF_8))
        .startsWith("\r\033[Kread 12,345")
        .endsWith("\r\033[KStopping" + System.lineSeparator());
  }

  @Test
  void doesNotFloodALogFile() {
    var line = new ProgressLine(out, false);
    for (int i = 0; i < 100; i++) {
      line.show(COUNTS, OptionalDouble.empty());
    }

    assertThat(bytes.toString(StandardCharsets.UTF_8)).hasLineCount(1);
  }
}

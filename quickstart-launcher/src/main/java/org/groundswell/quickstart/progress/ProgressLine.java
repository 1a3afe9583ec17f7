package org.groundswell.quickstart.progress;

import java.io.PrintStream;
import java.time.Duration;
import java.util.Locale;
import java.util.OptionalDouble;

/**
 * Shows the progress: one line that is rewritten on a terminal, a new line every few seconds
 * otherwise. Used by one thread.
 */
public final class ProgressLine {

  private static final int BAR = 12;
  private static final Duration BETWEEN_LINES = Duration.ofSeconds(5);
  private static final String CLEAR = "\r\033[K";

  private final PrintStream out;
  private final boolean terminal;
  private boolean shown;
  private long lastLine = System.nanoTime() - BETWEEN_LINES.toNanos();

  /**
   * @param terminal whether a line that was written can be written over
   */
  public ProgressLine(PrintStream out, boolean terminal) {
    this.out = out;
    this.terminal = terminal;
  }

  /** Shows where the run is. */
  public void show(Counts counts, OptionalDouble share) {
    if (terminal) {
      out.print(CLEAR + text(counts, share));
      out.flush();
      shown = true;
    } else if (System.nanoTime() - lastLine >= BETWEEN_LINES.toNanos()) {
      out.println(text(counts, share));
      lastLine = System.nanoTime();
    }
  }

  /** Writes a message on a line of its own. */
  public void say(String message) {
    out.println(shown ? CLEAR + message : message);
    shown = false;
  }

  static String text(Counts counts, OptionalDouble share) {
    String figures =
        String.format(
            Locale.ROOT,
            "read %,d  analysed %,d  lag %,d  signals %,d  alerts %,d",
            counts.read(),
            counts.analysed(),
            counts.lag(),
            counts.signals(),
            counts.alertsOpened());
    return share.isPresent() ? bar(share.getAsDouble()) + figures : figures;
  }

  private static String bar(double share) {
    int full = (int) Math.floor(share * BAR);
    return String.format(
        Locale.ROOT,
        "[%s%s] %3d %%  ",
        "#".repeat(full),
        "-".repeat(BAR - full),
        (int) Math.floor(share * 100));
  }
}

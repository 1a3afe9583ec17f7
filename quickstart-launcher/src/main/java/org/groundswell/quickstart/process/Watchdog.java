package org.groundswell.quickstart.process;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import org.groundswell.quickstart.folder.DataFolder;

/**
 * A small shell process that ends the run's processes when the launcher itself is killed and can no
 * longer do so. It notices because its standard input, a pipe from the launcher, ends.
 */
public final class Watchdog implements AutoCloseable {

  private final Process shell;
  private final Writer input;

  private Watchdog(Process shell) {
    this.shell = shell;
    this.input = shell.outputWriter(StandardCharsets.UTF_8);
  }

  /** Starts the watchdog; a folder that was made for this run is removed by it as well. */
  public static Watchdog start(DataFolder folder) {
    try (InputStream script = Watchdog.class.getResourceAsStream("watchdog.sh")) {
      if (script == null) {
        throw new IllegalStateException("watchdog.sh is missing beside " + Watchdog.class);
      }
      var text = new String(script.readAllBytes(), StandardCharsets.UTF_8);
      var builder = new ProcessBuilder("/bin/sh", "-c", text);
      builder.redirectOutput(Redirect.DISCARD).redirectError(Redirect.DISCARD);
      var watchdog = new Watchdog(builder.start());
      if (!folder.kept()) {
        watchdog.tell("remove " + folder.root());
      }
      return watchdog;
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot start /bin/sh", e);
    }
  }

  /** Has a process killed when the launcher dies. */
  public void watch(long pid) {
    tell("watch " + pid);
  }

  /** Takes back {@link #watch(long)}, so that a later process with the same number is safe. */
  public void forget(long pid) {
    tell("forget " + pid);
  }

  /** Sends the watchdog home. */
  @Override
  public void close() {
    tell("done");
    shell.onExit().join();
  }

  private void tell(String line) {
    try {
      input.write(line + "\n");
      input.flush();
    } catch (IOException _) {
      // The watchdog is gone; the run itself does not depend on it.
    }
  }
}

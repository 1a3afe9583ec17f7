package org.groundswell.quickstart.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Speaks to the script as a launcher does. */
class WatchdogIT {

  @TempDir Path directory;

  private final Process watched = sleep();
  private final Process forgotten = sleep();

  @AfterEach
  void endAll() {
    watched.destroyForcibly();
    forgotten.destroyForcibly();
  }

  @Test
  void endsWhatIsLeftWhenTheLauncherDies() throws IOException {
    Path folder = Files.createDirectories(directory.resolve("run-1/logs")).getParent();

    var watchdog = watchdog();
    say(
        watchdog,
        "remove %s\nwatch %d\nwatch %d\nforget %d\n"
            .formatted(folder, watched.pid(), forgotten.pid(), forgotten.pid()));
    watchdog.getOutputStream().close();

    await().atMost(Duration.ofSeconds(20)).until(() -> !watched.isAlive());
    await().atMost(Duration.ofSeconds(20)).until(() -> !Files.exists(folder));
    assertThat(forgotten.isAlive()).isTrue();
  }

  @Test
  void leavesAllAloneAfterAnOrderlyEnd() throws IOException {
    var watchdog = watchdog();
    say(watchdog, "remove %s\nwatch %d\ndone\n".formatted(directory, watched.pid()));

    await().atMost(Duration.ofSeconds(20)).until(() -> !watchdog.isAlive());
    assertThat(watched.isAlive()).isTrue();
    assertThat(directory).exists();
  }

  private static Process watchdog() throws IOException {
    try (InputStream script = Watchdog.class.getResourceAsStream("watchdog.sh")) {
      var text = new String(script.readAllBytes(), StandardCharsets.UTF_8);
      return new ProcessBuilder("/bin/sh", "-c", text).start();
    }
  }

  private static void say(Process watchdog, String lines) throws IOException {
    watchdog.getOutputStream().write(lines.getBytes(StandardCharsets.UTF_8));
    watchdog.getOutputStream().flush();
  }

  private static Process sleep() {
    try {
      return new ProcessBuilder("sleep", "60").start();
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }
}

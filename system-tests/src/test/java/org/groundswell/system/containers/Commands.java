package org.groundswell.system.containers;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * Runs commands in the project's folder, with what they print in a file, so that none can block on
 * a full pipe.
 *
 * @param environment variables that go before those of this process
 */
record Commands(Map<String, String> environment) {

  private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
  private static final Duration LIMIT = Duration.ofMinutes(10);

  /**
   * What a command came to.
   *
   * @param output what it printed, both streams
   */
  record Result(List<String> command, int exitCode, String output) {

    /** Returns what was printed, or fails with it when the command did. */
    String orFail() {
      if (exitCode != 0) {
        throw new AssertionError("%s: exit code %d%n%s".formatted(command, exitCode, output));
      }
      return output;
    }
  }

  Result run(String... command) {
    try {
      Path output =
          Files.createTempFile(Files.createDirectories(Path.of("target")), "docker", ".log");
      ProcessBuilder builder = new ProcessBuilder(command).directory(ROOT.toFile());
      builder.environment().putAll(environment);
      Process process = builder.redirectErrorStream(true).redirectOutput(output.toFile()).start();
      if (!process.waitFor(LIMIT.toSeconds(), TimeUnit.SECONDS)) {
        process.destroyForcibly();
        throw new AssertionError(List.of(command) + " did not end within " + LIMIT);
      }
      return new Result(List.of(command), process.exitValue(), Files.readString(output));
    } catch (IOException e) {
      return new Result(List.of(command), 127, String.valueOf(e.getMessage()));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("Interrupted while waiting for " + List.of(command), e);
    }
  }
}

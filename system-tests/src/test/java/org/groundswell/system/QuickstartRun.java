package org.groundswell.system;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.groundswell.system.cluster.Jars;
import tools.jackson.databind.json.JsonMapper;

/** One run of the quickstart launcher's own jar as a process of its own. */
final class QuickstartRun implements AutoCloseable {

  private static final Duration LIMIT = Duration.ofMinutes(6);

  private final Process process;
  private final Path output;
  private final Path messages;

  private QuickstartRun(Process process, Path output, Path messages) {
    this.process = process;
    this.output = output;
    this.messages = messages;
  }

  /** Starts {@code --once} with the given further options. */
  static QuickstartRun once(String... options) {
    try {
      Path directory = Files.createTempDirectory(Files.createDirectories(Path.of("target")), "run");
      List<String> command = new ArrayList<>();
      command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
      command.addAll(List.of("-jar", Jars.of("quickstart-launcher").toString(), "--once"));
      command.addAll(List.of(options));
      Path output = directory.resolve("out");
      Path messages = directory.resolve("err");
      Process process =
          new ProcessBuilder(command)
              .directory(Jars.ROOT.toFile())
              .redirectOutput(output.toFile())
              .redirectError(messages.toFile())
              .start();
      return new QuickstartRun(process, output, messages);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Waits for the end and returns the one line of JSON that the run printed. */
  RunReport report() throws InterruptedException {
    if (!process.waitFor(LIMIT.toSeconds(), TimeUnit.SECONDS)) {
      throw new AssertionError("The run did not end within " + LIMIT + ": " + messages());
    }
    if (process.exitValue() != 0) {
      throw new AssertionError("Exit code %d: %s".formatted(process.exitValue(), messages()));
    }
    return JsonMapper.shared().readValue(read(output), RunReport.class);
  }

  /** What the run has told people so far. */
  String messages() {
    return read(messages);
  }

  /** The NLP worker processes that are alive. */
  List<ProcessHandle> workers() {
    return children("nlp-worker-service");
  }

  /** All processes below the launcher. */
  List<ProcessHandle> descendants() {
    return process.descendants().toList();
  }

  private List<ProcessHandle> children(String jar) {
    return process
        .descendants()
        .filter(child -> child.info().commandLine().orElse("").contains(jar))
        .toList();
  }

  @Override
  public void close() {
    stop();
  }

  /** Ends the run as Ctrl-C does and waits for it; does nothing when it has ended. */
  void stop() {
    List<ProcessHandle> below = descendants();
    process.destroy();
    try {
      process.onExit().get(60, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (ExecutionException | TimeoutException e) {
      below.forEach(ProcessHandle::destroyForcibly);
      process.destroyForcibly();
    }
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

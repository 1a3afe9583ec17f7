package org.groundswell.quickstart.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.groundswell.quickstart.failure.CannotRun;
import org.groundswell.quickstart.folder.DataFolder;

/** A service that was started, as a Java process of its own. */
final class ServiceProcess {

  /** Beyond the services' own 20 seconds for open requests nothing good is to be expected. */
  static final Duration PATIENCE = Duration.ofSeconds(25);

  private final Service service;
  private final ServiceLog log;
  private final Process process;

  private ServiceProcess(Service service, ServiceLog log, Process process) {
    this.service = service;
    this.log = log;
    this.process = process;
  }

  static ServiceProcess start(Service service, DataFolder folder) {
    Path log = folder.logs().resolve(service.name() + ".log");
    var builder = new ProcessBuilder(command(service, folder));
    builder.environment().putAll(service.environment());
    builder.directory(folder.root().toFile());
    builder.redirectErrorStream(true);
    builder.redirectOutput(log.toFile());
    try {
      Process process = builder.start();
      process.getOutputStream().close();
      return new ServiceProcess(service, new ServiceLog(log), process);
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot start " + service.name(), e);
    }
  }

  Service service() {
    return service;
  }

  long pid() {
    return process.pid();
  }

  boolean alive() {
    return process.isAlive();
  }

  /** Says how the process ended, with the reason that its log gives. */
  CannotRun failure() {
    return new CannotRun(
        "%s ended with status %d: %s"
            .formatted(service.name(), process.exitValue(), log.reasonOfEnd()));
  }

  void askToStop() {
    process.destroy();
  }

  /** Waits until the process has ended; kills it when it does not. */
  void awaitEnd() throws InterruptedException {
    if (!process.waitFor(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
      process.destroyForcibly();
      process.waitFor(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
    }
  }

  private static List<String> command(Service service, DataFolder folder) {
    var command = new ArrayList<String>();
    // Ctrl-C reaches every process of the terminal; only the launcher may act on it, in order. A
    // signal that is ignored stays so across exec, and the JVM respects that.
    command.addAll(List.of("/bin/sh", "-c", "trap '' INT HUP; exec \"$@\"", "sh"));
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(service.jvm());
    command.addAll(
        List.of(
            "-Djava.io.tmpdir=" + folder.temporary(),
            "-XX:ErrorFile=" + folder.logs().resolve(service.name() + ".crash"),
            // Would be a file in the system's temporary directory.
            "-XX:-UsePerfData",
            "-XX:+ExitOnOutOfMemoryError",
            "--enable-native-access=ALL-UNNAMED",
            "--sun-misc-unsafe-memory-access=allow",
            "-jar",
            service.jar().toString()));
    return command;
  }
}

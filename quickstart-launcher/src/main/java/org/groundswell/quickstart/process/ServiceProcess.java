package org.groundswell.quickstart.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.groundswell.quickstart.failure.CannotRun;
import org.groundswell.quickstart.folder.DataFolder;

/** A service that was started, as a Java process of its own. */
final class ServiceProcess {

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
    builder.environment().put("SERVER_PORT", Integer.toString(service.port()));
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

  /** Says that the process lives but has told that it no longer works, with the log's reason. */
  CannotRun brokenness() {
    return new CannotRun(
        "%s lives but says that it no longer works: %s"
            .formatted(service.name(), log.reasonOfEnd()));
  }

  /** Whether the process has ended because another one had its port. */
  boolean lostItsPort() {
    return !alive() && log.reasonOfEnd().contains("already in use");
  }

  void askToStop() {
    process.destroy();
  }

  void kill() {
    process.destroyForcibly();
  }

  /**
   * Waits until the process has ended.
   *
   * @param deadline by {@link System#nanoTime()}
   * @return false when it has not ended by then
   */
  boolean awaitEnd(long deadline) throws InterruptedException {
    return process.waitFor(deadline - System.nanoTime(), TimeUnit.NANOSECONDS);
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

package org.groundswell.dashboard;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.groundswell.servers.EmbeddedKafka;
import org.groundswell.servers.FreePorts;

/** A broker that one test has for itself, to be stopped and started again at the same address. */
public final class OwnBroker implements AutoCloseable {

  private final Path directory;
  private final int port = FreePorts.next();
  private EmbeddedKafka broker;

  public OwnBroker() {
    try {
      Path parent = Files.createDirectories(Path.of("target", "test-servers"));
      directory = Files.createTempDirectory(parent, "own-kafka").toAbsolutePath();
      start();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public String address() {
    return "127.0.0.1:" + port;
  }

  public void start() throws IOException {
    broker = EmbeddedKafka.start(directory, port);
  }

  public void stop() {
    broker.close();
  }

  @Override
  public void close() {
    stop();
  }
}

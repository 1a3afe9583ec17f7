package org.groundswell.dashboard.live;

import static org.awaitility.Awaitility.await;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** The lines of a stream of server-sent events, read as they come. */
final class Events {

  private static final Duration SOON = Duration.ofSeconds(30);

  private final List<String> lines = new CopyOnWriteArrayList<>();
  private final Thread reader;

  Events(InputStream stream) {
    reader = Thread.ofVirtual().start(() -> read(stream));
  }

  /** Returns the data of the first event that contains {@code text}. */
  String awaitData(String text) {
    await().atMost(SOON).until(() -> data(text) != null);
    return data(text).substring("data:".length());
  }

  void awaitLine(String line) {
    await().atMost(SOON).until(() -> lines.contains(line));
  }

  void awaitEnd() {
    await().atMost(SOON).until(() -> !reader.isAlive());
  }

  private String data(String text) {
    return lines.stream()
        .filter(line -> line.startsWith("data:") && line.contains(text))
        .findFirst()
        .orElse(null);
  }

  private void read(InputStream stream) {
    try (var in = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
      in.lines().forEach(lines::add);
    } catch (IOException | java.io.UncheckedIOException e) {
      lines.add("ended: " + e.getMessage());
    }
  }
}

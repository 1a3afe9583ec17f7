package org.groundswell.system.faults;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Where a run writes what it measured: {@code target/figures/<run>.json}. Nothing is asserted. */
final class FiguresFile {

  private static final Logger LOG = LoggerFactory.getLogger(FiguresFile.class);
  private static final JsonMapper JSON =
      JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

  private FiguresFile() {}

  /** Writes the figures of a run in place of those of the run before. */
  static void write(String run, Object figures) {
    try {
      Path file = Files.createDirectories(Path.of("target", "figures")).resolve(run + ".json");
      Files.writeString(file, JSON.writeValueAsString(figures));
      LOG.info("Figures of {} are in {}", run, file.toAbsolutePath());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

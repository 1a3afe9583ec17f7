package org.groundswell.system.cluster;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;

/** The executable jars that the build has made. */
public final class Jars {

  /** The folder that holds the modules' folders. */
  public static final Path ROOT = Path.of("..").toAbsolutePath().normalize();

  private Jars() {}

  /** Returns the newest executable jar of a module; fails the test when it has not been built. */
  public static Path of(String module) {
    try (Stream<Path> files = Files.list(ROOT.resolve(module).resolve("target"))) {
      return files
          .filter(
              file -> file.getFileName().toString().matches(module + "-[^-]+(-SNAPSHOT)?\\.jar"))
          .max(Comparator.comparingLong(file -> file.toFile().lastModified()))
          .orElseThrow(() -> new AssertionError("Build %s first".formatted(module)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

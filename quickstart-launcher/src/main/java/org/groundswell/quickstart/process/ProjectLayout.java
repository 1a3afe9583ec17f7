package org.groundswell.quickstart.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.CodeSource;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;
import org.groundswell.quickstart.failure.CannotRun;

/**
 * Where the project and its built jars are.
 *
 * @param root the folder that holds the services' folders
 */
public record ProjectLayout(Path root) {

  private static final String MARK = "nlp-worker-service";

  /**
   * Finds the project around the launcher's own jar, else around the working directory.
   *
   * @throws CannotRun when neither lies in the project
   */
  public static ProjectLayout find() {
    return Stream.concat(ownLocation().stream(), Stream.of(Path.of("").toAbsolutePath()))
        .flatMap(start -> Stream.iterate(start, path -> path != null, Path::getParent))
        .filter(path -> Files.isDirectory(path.resolve(MARK)))
        .findFirst()
        .map(ProjectLayout::new)
        .orElseThrow(
            () -> new CannotRun("The project's folder was not found; start the quickstart in it"));
  }

  /**
   * Returns the executable jar of a module, the newest when there are several.
   *
   * @throws CannotRun when it has not been built
   */
  public Path jar(String module) {
    Path target = root.resolve(module).resolve("target");
    var name = FileSystems.getDefault().getPathMatcher("glob:" + module + "-*[!s].jar");
    if (Files.isDirectory(target)) {
      try (Stream<Path> files = Files.list(target)) {
        Optional<Path> newest =
            files
                .filter(file -> name.matches(file.getFileName()))
                .max(Comparator.comparingLong(file -> file.toFile().lastModified()));
        if (newest.isPresent()) {
          return newest.get();
        }
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    throw new CannotRun(
        "%s has not been built; run mvn -DskipTests package in %s".formatted(module, root));
  }

  private static Optional<Path> ownLocation() {
    CodeSource source = ProjectLayout.class.getProtectionDomain().getCodeSource();
    // In an executable jar the address is jar:nested:/path/launcher.jar/!BOOT-INF/classes/!/
    return Optional.ofNullable(source).map(it -> path(it.getLocation().toString()));
  }

  private static Path path(String location) {
    String nested = "jar:nested:";
    return location.startsWith(nested)
        ? Path.of(location.substring(nested.length(), location.indexOf("/!")))
        : Path.of(URI.create(location));
  }
}

package org.groundswell.system.manifests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Renders overlays with the {@code kubectl} or the {@code kustomize} on the path. Where there is
 * neither, tests are skipped, unless the variable {@code GROUNDSWELL_REQUIRE} names {@code
 * kustomize}: then they fail.
 */
final class Kustomize {

  static final Path FOLDER = Path.of("..", "k8s").toAbsolutePath().normalize();

  private static final List<List<String>> PROGRAMS =
      List.of(List.of("kubectl", "kustomize"), List.of("kustomize", "build"));

  private Kustomize() {}

  /** Returns the names of all overlays, in order. */
  static List<String> overlays() {
    try (Stream<Path> folders = Files.list(FOLDER.resolve("overlays"))) {
      return folders.map(Path::getFileName).map(Path::toString).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Returns an overlay as one stream of YAML documents. */
  static String render(String overlay) {
    Optional<List<String>> program = program();
    if (program.isEmpty()) {
      String message = "Neither kubectl nor kustomize is on the path";
      assertThat(required()).as(message).isFalse();
      assumeTrue(false, message);
    }
    return run(
        Stream.concat(
                program.orElseThrow().stream(),
                Stream.of(FOLDER.resolve("overlays").resolve(overlay).toString()))
            .toList());
  }

  /** Runs a program to its end and returns what it printed. */
  static String run(List<String> command) {
    try {
      Path complaints = Files.createTempFile("complaints", ".txt");
      Process process = new ProcessBuilder(command).redirectError(complaints.toFile()).start();
      String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      assertThat(process.waitFor()).as(() -> read(complaints)).isZero();
      return output;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private static Optional<List<String>> program() {
    return PROGRAMS.stream().filter(program -> onPath(program.getFirst())).findFirst();
  }

  private static boolean onPath(String program) {
    return Arrays.stream(System.getenv("PATH").split(File.pathSeparator))
        .anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
  }

  private static boolean required() {
    return System.getenv().getOrDefault("GROUNDSWELL_REQUIRE", "").contains("kustomize");
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

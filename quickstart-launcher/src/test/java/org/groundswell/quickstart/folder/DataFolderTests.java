package org.groundswell.quickstart.folder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.groundswell.quickstart.failure.CannotRun;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataFolderTests {

  @TempDir Path parent;

  @Test
  void removesAFreshFolderAndItsEmptyParent() throws IOException {
    Path place = parent.resolve(".groundswell");
    Path root;
    try (DataFolder folder = DataFolder.fresh(place)) {
      root = folder.root();
      Files.writeString(folder.logs().resolve("a.log"), "text");
    }

    assertThat(root).doesNotExist();
    assertThat(place).doesNotExist();
  }

  @Test
  void keepsANamedFolderButNotItsTemporaryFiles() throws IOException {
    Path root = parent.resolve("kept");
    try (DataFolder folder = DataFolder.keep(root)) {
      Files.writeString(folder.at("alerts"), "text");
      Files.writeString(folder.temporary().resolve("library.so"), "text");
    }

    assertThat(root.resolve("alerts")).exists();
    assertThat(root.resolve("tmp")).doesNotExist();
  }

  @Test
  void letsOneRunInAtATime() {
    try (DataFolder first = DataFolder.keep(parent.resolve("kept"))) {
      assertThatThrownBy(() -> DataFolder.keep(first.root()))
          .isInstanceOf(CannotRun.class)
          .hasMessageEndingWith("is in use by another run");
    }

    DataFolder.keep(parent.resolve("kept")).close();
  }

  @Test
  void refusesAFolderOfSomethingElse() throws IOException {
    Files.writeString(parent.resolve("thesis.txt"), "text");

    assertThatThrownBy(() -> DataFolder.keep(parent))
        .isInstanceOf(CannotRun.class)
        .hasMessageContaining("holds files that no earlier run made");
  }

  @Test
  void refusesAFile() throws IOException {
    Path file = Files.createFile(parent.resolve("file"));

    assertThatThrownBy(() -> DataFolder.keep(file))
        .isInstanceOf(CannotRun.class)
        .hasMessageEndingWith("is a file");
  }

  @Test
  void removesWhatAKilledRunLeft() throws IOException {
    Path left = Files.createDirectories(parent.resolve("run-1"));
    Files.writeString(left.resolve("groundswell.lock"), "");

    DataFolder.fresh(parent).close();

    assertThat(left).doesNotExist();
  }

  @Test
  void letsNobodyElseIn() throws IOException {
    try (DataFolder folder = DataFolder.fresh(parent)) {
      assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.root())))
          .isEqualTo("rwx------");
    }
  }

  @Test
  void refusesADiskThatIsTooFull() {
    try (DataFolder folder = DataFolder.fresh(parent)) {
      assertThatThrownBy(() -> folder.requireSpace(Long.MAX_VALUE))
          .isInstanceOf(CannotRun.class)
          .hasMessageContaining("Too little disk space");
    }
  }
}

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

class KeptSettingsTests {

  @TempDir Path parent;

  @Test
  void keepsASecretAcrossRuns() {
    try (DataFolder folder = DataFolder.keep(parent.resolve("kept"))) {
      String secret = KeptSettings.of(folder).secret("author.secret");

      assertThat(secret).matches("[0-9a-f]{64}");
      assertThat(KeptSettings.of(folder).secret("author.secret")).isEqualTo(secret);
      assertThat(KeptSettings.of(folder).secret("another")).isNotEqualTo(secret);
    }
  }

  @Test
  void hidesItsFileFromOthers() throws IOException {
    try (DataFolder folder = DataFolder.keep(parent.resolve("kept"))) {
      KeptSettings.of(folder).secret("author.secret");

      var permissions = Files.getPosixFilePermissions(folder.at("settings.properties"));
      assertThat(PosixFilePermissions.toString(permissions)).isEqualTo("rw-------");
    }
  }

  @Test
  void holdsANumberToWhatTheFirstRunChose() {
    try (DataFolder folder = DataFolder.keep(parent.resolve("kept"))) {
      KeptSettings.of(folder).hold("--partitions", 4);

      KeptSettings.of(folder).hold("--partitions", 4);
      assertThatThrownBy(() -> KeptSettings.of(folder).hold("--partitions", 8))
          .isInstanceOf(CannotRun.class)
          .hasMessageContaining("made with --partitions 4 and cannot be used with --partitions 8");
    }
  }
}

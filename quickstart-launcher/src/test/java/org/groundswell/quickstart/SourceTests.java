package org.groundswell.quickstart;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SourceTests {

  @TempDir Path directory;

  @Test
  void leavesOutWhatTheCollectorFindsOutByItself() {
    var replay = new Source.Replay(directory.resolve("posts"), null, null, "max");

    assertThat(replay.environment())
        .containsOnlyKeys("GROUNDSWELL_COLLECTOR_REPLAY_FILE", "GROUNDSWELL_COLLECTOR_REPLAY_SPEED")
        .containsEntry("GROUNDSWELL_COLLECTOR_REPLAY_SPEED", "max");
  }

  @Test
  void passesFormatAndFieldsOn() {
    var replay = new Source.Replay(directory.resolve("posts"), "csv", "id=tweet", "10");

    assertThat(replay.environment())
        .containsAllEntriesOf(
            Map.of(
                "GROUNDSWELL_COLLECTOR_REPLAY_FORMAT", "csv",
                "GROUNDSWELL_COLLECTOR_REPLAY_FIELDS", "id=tweet"));
  }

  @Test
  void wantsMoreDiskForALargerFile() throws IOException {
    Path file = Files.writeString(directory.resolve("posts"), "x".repeat(1000));

    assertThat(new Source.Replay(file, null, null, "max").diskBytes())
        .isEqualTo(new Source.Live().diskBytes() + 4_000);
  }
}

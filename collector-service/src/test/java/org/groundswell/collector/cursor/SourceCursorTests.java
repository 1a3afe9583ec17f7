package org.groundswell.collector.cursor;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class SourceCursorTests {

  @Test
  void readsTheSampleOfItsContract() {
    Path sample = Path.of("contracts/groundswell.source-cursors/samples/bluesky.json");

    assertThat(JsonMapper.shared().readValue(sample, SourceCursor.class))
        .isEqualTo(
            new SourceCursor("bluesky", "1780495511000000", Instant.parse("2026-06-03T14:05:12Z")));
  }
}

package org.groundswell.deadletters.playback;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Set;
import org.groundswell.deadletters.letters.Letters;
import org.junit.jupiter.api.Test;

class NamedInTests {

  private static final String AUTHOR = "0f3a9c5b7d1e24680f3a9c5b7d1e2468";

  @Test
  void findsThePostInTheKeyAndTheAuthorInTheValue() {
    assertThat(named("bluesky:3k", "{\"authorKey\":\"%s\",\"text\":\"a b\"}".formatted(AUTHOR)))
        .containsExactlyInAnyOrder("bluesky:3k", AUTHOR);
  }

  @Test
  void findsWhatAnAlertQuotes() {
    assertThat(named("a1", "{\"evidence\":[{\"post\":\"push:1\"},{\"post\":\"push:2\"}]}"))
        .contains("push:1", "push:2");
  }

  @Test
  void findsThemInBrokenJson() {
    assertThat(named("k", "{\"post\":\"push:1\", \"excerpt\": \"broken, \"post\":\"push:2\""))
        .contains("push:1", "push:2");
  }

  @Test
  void readsEscapedText() {
    assertThat(named("k", "{\"post\":\"push:a\\u0062\\\"c\"}")).contains("push:ab\"c");
  }

  @Test
  void findsNothingInNonsense() {
    assertThat(named("\u0000", "\"".repeat(10_000))).isEmpty();
  }

  private static Set<String> named(String key, String value) {
    return NamedIn.of(Letters.with(key, value, Map.of()));
  }
}

package org.groundswell.collector.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class AuthorKeysTests {

  /**
   * Computed apart from this code: {@code printf 'bluesky\ndid:plc:abc' | openssl dgst -sha256
   * -hmac 'a secret of 24 letters !'}.
   */
  private static final String KNOWN = "c5874e2df81c28b4f3d7f13f92f56517";

  @Test
  void hashesSourceAndAccount() {
    var keys = keys("a secret of 24 letters !");

    assertThat(keys.keyOf("bluesky", "did:plc:abc")).isEqualTo(KNOWN);
    assertThat(keys.keyOf("replay", "did:plc:abc")).isNotEqualTo(KNOWN);
  }

  @Test
  void dependsOnTheSecret() {
    assertThat(keys("another secret of 24 let").keyOf("bluesky", "did:plc:abc"))
        .isNotEqualTo(KNOWN);
  }

  @Test
  void refusesToStartWithoutAGoodSecret() {
    for (String secret : new String[] {null, "", "short", " ".repeat(40)}) {
      assertThatThrownBy(() -> keys(secret))
          .isInstanceOf(StartRefused.class)
          .hasMessageContaining("groundswell.collector.author-secret")
          .hasMessageContaining("GROUNDSWELL_COLLECTOR_AUTHORSECRET");
    }
  }

  @Test
  void keepsTheSecretOutOfItsDescription() {
    assertThat(properties("a secret of 24 letters !").toString()).doesNotContain("secret");
  }

  private static AuthorKeys keys(String secret) {
    return new AuthorKeys(properties(secret));
  }

  private static CollectorProperties properties(String secret) {
    return new CollectorProperties(
        "collector",
        Duration.ofSeconds(60),
        Duration.ofSeconds(1),
        Duration.ofMinutes(15),
        secret,
        null);
  }
}

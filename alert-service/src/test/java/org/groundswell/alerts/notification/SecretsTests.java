package org.groundswell.alerts.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpStatus;
import org.springframework.web.ErrorResponseException;

class SecretsTests {

  private static final UUID ONE = new UUID(1, 2);
  private static final UUID OTHER = new UUID(1, 3);

  @Test
  void areReadWithTheKeyTheyWereEncryptedWith() {
    byte[] sealed = secrets(7).seal(ONE, "ein Geheimnis ä");

    assertThat(secrets(7).open(ONE, sealed)).isEqualTo("ein Geheimnis ä");
    assertThat(new String(sealed, StandardCharsets.ISO_8859_1)).doesNotContain("Geheimnis");
  }

  @Test
  void areNeverTheSameTwice() {
    assertThat(secrets(7).seal(ONE, "a secret")).isNotEqualTo(secrets(7).seal(ONE, "a secret"));
  }

  @Test
  void areNotReadWithAnotherKeyOrWhenTamperedWith() {
    byte[] sealed = secrets(7).seal(ONE, "a secret");
    byte[] changed = sealed.clone();
    changed[changed.length - 20] ^= 1;

    assertThatThrownBy(() -> secrets(8).open(ONE, sealed)).isInstanceOf(RuntimeException.class);
    assertThatThrownBy(() -> secrets(7).open(ONE, changed)).isInstanceOf(RuntimeException.class);
  }

  @Test
  void areNotReadAsThoseOfAnotherSubscription() {
    byte[] sealed = secrets(7).seal(ONE, "a secret");

    assertThatIllegalStateException().isThrownBy(() -> secrets(7).open(OTHER, sealed));
  }

  @Test
  void areRefusedWithoutAKey() {
    var none = new Secrets(Samples.properties(Map.of()));

    assertThatExceptionOfType(ErrorResponseException.class)
        .isThrownBy(() -> none.seal(ONE, "a secret"))
        .matches(refused -> refused.getStatusCode().equals(HttpStatus.CONFLICT))
        .withMessageContaining("groundswell.alerts.notification.key");
  }

  private static Secrets secrets(int fill) {
    byte[] key = new byte[32];
    java.util.Arrays.fill(key, (byte) fill);
    return new Secrets(
        Samples.properties(
            Map.of(
                "groundswell.alerts.notification.key", Base64.getEncoder().encodeToString(key))));
  }
}

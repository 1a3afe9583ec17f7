package org.groundswell.alerts.notification;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class SignatureTests {

  /**
   * The hash is that of {@code printf '1780495811.{"kind":"TEST"}' | openssl dgst -sha256 -hmac
   * 0123456789abcdef}.
   */
  @Test
  void isWhatOthersComputeToo() {
    byte[] body = "{\"kind\":\"TEST\"}".getBytes(StandardCharsets.UTF_8);

    assertThat(Signature.of(body, "0123456789abcdef", Instant.ofEpochSecond(1_780_495_811)))
        .isEqualTo(
            "t=1780495811,v1=31bc8cd6268ebcecff2b48fa657996c1476fe385f94c045ff3b3d09774b08c6b");
  }

  @Test
  void changesWithTimeBodyAndSecret() {
    byte[] body = {1, 2, 3};
    Instant time = Instant.EPOCH;
    String signature = Signature.of(body, "one secret", time);

    assertThat(Signature.of(body, "one secret", time)).isEqualTo(signature);
    assertThat(hash(Signature.of(body, "one secret", time.plusSeconds(1))))
        .isNotEqualTo(hash(signature));
    assertThat(Signature.of(new byte[] {1, 2}, "one secret", time)).isNotEqualTo(signature);
    assertThat(Signature.of(body, "another secret", time)).isNotEqualTo(signature);
  }

  private static String hash(String signature) {
    return signature.substring(signature.indexOf("v1="));
  }
}

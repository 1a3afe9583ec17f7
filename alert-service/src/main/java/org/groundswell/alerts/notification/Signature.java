package org.groundswell.alerts.notification;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Proves to a receiver that a message is from here, unchanged and recent. */
final class Signature {

  static final String HEADER = "Groundswell-Signature";

  private static final String ALGORITHM = "HmacSHA256";

  private Signature() {}

  /**
   * Returns {@code t=<unix seconds>,v1=<hex HMAC-SHA-256 of "t.body">}.
   *
   * @param secret key of the hash, in UTF-8
   */
  static String of(byte[] body, String secret, Instant at) {
    String time = Long.toString(at.getEpochSecond());
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), ALGORITHM));
      mac.update((time + ".").getBytes(StandardCharsets.UTF_8));
      return "t=%s,v1=%s".formatted(time, HexFormat.of().formatHex(mac.doFinal(body)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Every Java has " + ALGORITHM, e);
    }
  }
}

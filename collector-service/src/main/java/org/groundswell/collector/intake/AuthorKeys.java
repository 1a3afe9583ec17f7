package org.groundswell.collector.intake;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.stereotype.Component;

/**
 * Turns accounts into keys that say "the same author" and nothing else.
 *
 * <p>HMAC-SHA-256 (RFC 2104) over source, line feed and account, of which the first 16 bytes are
 * kept as lower-case hex. Without the secret nobody can try account names against a key.
 * Thread-safe.
 */
@Component
final class AuthorKeys {

  private static final String ALGORITHM = "HmacSHA256";
  private static final int KEPT_BYTES = 16;

  private final SecretKeySpec secret;

  /**
   * @throws StartRefused when the secret is missing or short
   */
  AuthorKeys(CollectorProperties properties) {
    String text = properties.authorSecret();
    if (text == null || text.strip().length() < CollectorProperties.SECRET_LENGTH) {
      throw new StartRefused(
          "The property groundswell.collector.author-secret (environment variable"
              + " GROUNDSWELL_COLLECTOR_AUTHORSECRET) must be set to a secret of at least "
              + CollectorProperties.SECRET_LENGTH
              + " characters, with which the names of authors are hashed.");
    }
    secret = new SecretKeySpec(text.getBytes(StandardCharsets.UTF_8), ALGORITHM);
  }

  String keyOf(String source, String account) {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(secret);
      byte[] hash = mac.doFinal((source + '\n' + account).getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(hash, 0, KEPT_BYTES);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(ALGORITHM + " is part of every Java platform", e);
    }
  }
}

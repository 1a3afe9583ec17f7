package org.groundswell.alerts.notification;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import javax.crypto.spec.SecretKeySpec;
import org.groundswell.alerts.problems.Problems;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.crypto.encrypt.AesGcmBytesEncryptor;
import org.springframework.security.crypto.encrypt.BytesEncryptor;
import org.springframework.stereotype.Component;
import org.springframework.web.ErrorResponseException;

/**
 * Encrypts the secrets of subscriptions with AES-256 in GCM, each with a fresh random vector. What
 * is encrypted for one subscription cannot be read as another's. Thread-safe.
 */
@Component
class Secrets {

  private static final int ID_BYTES = 16;

  private final @Nullable BytesEncryptor encryptor;

  Secrets(NotificationProperties notification) {
    byte[] key = notification.keyBytes();
    encryptor =
        key == null
            ? null
            : AesGcmBytesEncryptor.withSecretKey(new SecretKeySpec(key, "AES")).build();
  }

  /**
   * Encrypts a secret of a subscription.
   *
   * @throws ErrorResponseException 409 when there is no key
   */
  byte[] seal(UUID subscription, String secret) {
    if (encryptor == null) {
      throw Problems.of(
          HttpStatus.CONFLICT,
          "A subscription with a secret needs groundswell.alerts.notification.key, which is not"
              + " set");
    }
    byte[] bytes = secret.getBytes(StandardCharsets.UTF_8);
    return encryptor.encrypt(
        ByteBuffer.allocate(ID_BYTES + bytes.length)
            .putLong(subscription.getMostSignificantBits())
            .putLong(subscription.getLeastSignificantBits())
            .put(bytes)
            .array());
  }

  /**
   * Returns a subscription's secret.
   *
   * @throws IllegalStateException when there is no key, or it is not the one it was encrypted with
   */
  String open(UUID subscription, byte[] sealed) {
    if (encryptor == null) {
      throw new IllegalStateException("groundswell.alerts.notification.key is not set");
    }
    ByteBuffer opened = ByteBuffer.wrap(encryptor.decrypt(sealed));
    if (!subscription.equals(new UUID(opened.getLong(), opened.getLong()))) {
      throw new IllegalStateException("The secret belongs to another subscription");
    }
    return StandardCharsets.UTF_8.decode(opened).toString();
  }
}

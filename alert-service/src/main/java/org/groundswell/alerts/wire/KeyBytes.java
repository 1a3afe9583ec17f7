package org.groundswell.alerts.wire;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.apache.kafka.common.utils.Bytes;

/**
 * Builds keys of state stores whose order as bytes is the order of their parts. Numbers must not be
 * negative; a text that is followed by another part must not hold a NUL.
 */
public final class KeyBytes {

  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream(64);

  /** Starts a key with a number, most significant byte first. */
  public static KeyBytes from(long number) {
    return new KeyBytes().then(number);
  }

  /** Starts a key with a text, ended by a NUL so that no text is a prefix of another. */
  public static KeyBytes from(String text) {
    return new KeyBytes().then(text);
  }

  public KeyBytes then(long number) {
    if (number < 0) {
      throw new IllegalArgumentException("A key holds no negative number: " + number);
    }
    bytes.writeBytes(ByteBuffer.allocate(Long.BYTES).putLong(number).array());
    return this;
  }

  public KeyBytes then(String text) {
    bytes.writeBytes(text.getBytes(StandardCharsets.UTF_8));
    bytes.write(0);
    return this;
  }

  /** Ends the key with bytes as they are. */
  public KeyBytes then(Bytes last) {
    bytes.writeBytes(last.get());
    return this;
  }

  public Bytes bytes() {
    return Bytes.wrap(bytes.toByteArray());
  }
}

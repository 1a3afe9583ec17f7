package org.groundswell.alerts.wire;

import org.apache.kafka.common.errors.SerializationException;

/**
 * Bytes that are not what they should be. The message may go to logs and quotes nothing; the reason
 * quotes the value that is wrong, and goes where the bytes themselves go.
 */
public final class Unreadable extends SerializationException {

  private static final long serialVersionUID = 1L;

  private final String reason;

  Unreadable(Class<?> type, String reason) {
    super("Unreadable " + type.getSimpleName());
    this.reason = reason;
  }

  /** Returns what is wrong, naming field and value. */
  public String reason() {
    return reason;
  }
}

package org.groundswell.collector.intake;

/** Kafka did not acknowledge something in the time it is given. */
public final class SendFailed extends RuntimeException {

  private static final long serialVersionUID = 1L;

  SendFailed(Throwable cause) {
    super("Kafka did not acknowledge a record: " + cause.getMessage(), cause);
  }
}

package org.groundswell.alerts.notification;

import java.time.Duration;

/** What an attempt to send a message came to. Details name no address. */
sealed interface Outcome {

  /** The receiver has taken it. */
  record Sent() implements Outcome {}

  /**
   * It may work later.
   *
   * @param pause for how long the receiver asks to be left alone; zero when it does not
   */
  record Failed(String detail, Duration pause) implements Outcome {

    Failed(String detail) {
      this(detail, Duration.ZERO);
    }
  }

  /** It will not work however often it is tried. */
  record Refused(String detail) implements Outcome {}
}

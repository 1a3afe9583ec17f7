package org.groundswell.alerts.notification;

import java.time.Duration;
import org.springframework.stereotype.Component;
import org.springframework.util.backoff.BackOffExecution;
import org.springframework.util.backoff.ExponentialBackOff;

/**
 * How long to wait after a failure: twice as long after each, and by chance up to a half more or
 * less.
 */
@Component
class Pauses {

  /** A receiver that asks for more waits for the next attempt no longer than this. */
  private static final Duration LONGEST_ASKED = Duration.ofDays(1);

  private final ExponentialBackOff backOff;

  Pauses(NotificationProperties notification) {
    long first = notification.firstPause().toMillis();
    backOff = new ExponentialBackOff(first, 2);
    backOff.setJitter(first / 2);
    backOff.setMaxInterval(notification.longestPause().toMillis());
  }

  /**
   * Returns the pause after some failures.
   *
   * @param failures 1 or more
   * @param asked what the receiver asks for; zero when it does not
   */
  Duration after(int failures, Duration asked) {
    BackOffExecution execution = backOff.start();
    long pause = execution.nextBackOff();
    for (int failure = 1; failure < failures; failure++) {
      pause = execution.nextBackOff();
    }
    Duration own = Duration.ofMillis(pause);
    Duration bounded = asked.compareTo(LONGEST_ASKED) < 0 ? asked : LONGEST_ASKED;
    return own.compareTo(bounded) < 0 ? bounded : own;
  }
}

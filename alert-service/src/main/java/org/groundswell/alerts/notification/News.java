package org.groundswell.alerts.notification;

import java.util.Optional;
import org.groundswell.alerts.incident.Alert;
import org.groundswell.alerts.incident.Alert.Change;
import org.groundswell.alerts.incident.Alert.Ending;
import org.groundswell.alerts.incident.Alert.Status;

/** What a message tells of an alert. */
enum News {
  OPENED("New"),
  WORSE("Worse"),
  WIDER("Wider"),
  REOPENED("Again"),
  CLOSED("Over"),
  /** A person has called the alert false. */
  WITHDRAWN("Withdrawn");

  private final String word;

  News(String word) {
    this.word = word;
  }

  /** Returns it as the first word of a title. */
  String word() {
    return word;
  }

  /** Says whether it is told to those only who were told of the alert before. */
  boolean ends() {
    return this == CLOSED || this == WITHDRAWN;
  }

  /** Returns what a revision is told as; empty for those that nobody is told of. */
  static Optional<News> of(Alert alert) {
    Change change = alert.change() == null ? guessed(alert) : alert.change();
    return switch (change) {
      case OPENED -> Optional.of(OPENED);
      case WORSE -> Optional.of(WORSE);
      case WIDER -> Optional.of(WIDER);
      case REOPENED -> Optional.of(REOPENED);
      case CLOSED -> Optional.of(alert.ending() == Ending.DISMISSED ? WITHDRAWN : CLOSED);
      case UPDATED, REMARKED, ERASED -> Optional.empty();
    };
  }

  /** Records of earlier versions do not say what has changed. */
  private static Change guessed(Alert alert) {
    if (alert.status() == Status.CLOSED) {
      return Change.CLOSED;
    }
    return alert.revision() == 1 ? Change.OPENED : Change.UPDATED;
  }
}

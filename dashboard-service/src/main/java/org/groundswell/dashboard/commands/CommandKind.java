package org.groundswell.dashboard.commands;

/** What a person wants done with an alert. */
enum CommandKind {
  /** Take note: somebody looks after it. */
  ACKNOWLEDGE,
  /** Call it false and close it. */
  DISMISS,
  /** Say something about it. */
  COMMENT
}

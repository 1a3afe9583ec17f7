package org.groundswell.collector.replay;

/** Ends the process; a seam, because a test must not end its own. */
@FunctionalInterface
interface ProcessEnd {

  /** Begins to end it, and returns at once. */
  void with(int status);
}

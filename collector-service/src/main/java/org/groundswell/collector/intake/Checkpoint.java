package org.groundswell.collector.intake;

/**
 * Something that must be on record before the stream's clock is told to the world. A source that
 * can go on where it stopped saves its position here: then a restart never begins so far back that
 * posts come to lie before a promise.
 */
@FunctionalInterface
public interface Checkpoint {

  /** Saves; an exception keeps the clock back until the next time. */
  void save();
}

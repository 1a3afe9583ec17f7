package org.groundswell.alerts.signals;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;

/**
 * Counts what became of the records of the topic of signals: {@code read = counted + duplicate +
 * late + rejected}; watermarks, and dead letters by the topic they go to, are counted apart. A
 * restart may count again what was read but not committed. Thread-safe.
 */
public final class SignalCounts {

  /** What became of a signal. */
  public enum Outcome {
    /** Waits for its minute to be complete, and is judged then. */
    COUNTED,
    /** Says the same as one that waits already. */
    DUPLICATE,
    /** Its minute has been judged. */
    LATE,
    /** Unreadable; it is in the dead-letter topic. */
    REJECTED
  }

  private final MeterRegistry meters;

  public SignalCounts(MeterRegistry meters) {
    this.meters = meters;
    for (Outcome outcome : Outcome.values()) {
      counter(outcome);
    }
  }

  public void count(Outcome outcome) {
    meters.counter("groundswell.signals.read").increment();
    counter(outcome).increment();
  }

  public void countWatermark() {
    meters.counter("groundswell.watermarks.read").increment();
  }

  /**
   * Counts a record that goes to a dead-letter topic.
   *
   * @param topic name of the dead-letter topic
   */
  public void countDeadLetter(String topic) {
    deadLetters(topic).increment();
  }

  /** Shows a dead-letter topic from the start, with nothing in it. */
  public void expectDeadLetters(String topic) {
    var _ = deadLetters(topic);
  }

  private Counter deadLetters(String topic) {
    return meters.counter("groundswell.dead.letters", "topic", topic);
  }

  private Counter counter(Outcome outcome) {
    return meters.counter(
        "groundswell.signals." + outcome.name().toLowerCase(java.util.Locale.ROOT));
  }
}

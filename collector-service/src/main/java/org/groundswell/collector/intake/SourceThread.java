package org.groundswell.collector.intake;

/** The thread in which a source is read. */
public interface SourceThread {

  /** Returns the name of the source, as its metrics have it. */
  String source();

  /** Says whether the thread has ended although it should go on. */
  boolean hasDied();
}

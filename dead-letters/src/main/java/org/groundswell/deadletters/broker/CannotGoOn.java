package org.groundswell.deadletters.broker;

/** The command cannot go on; the message is one sentence for whoever started it. */
public final class CannotGoOn extends RuntimeException {

  private static final long serialVersionUID = 1;

  public CannotGoOn(String sentence) {
    super(sentence);
  }
}

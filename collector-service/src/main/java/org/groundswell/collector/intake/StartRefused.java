package org.groundswell.collector.intake;

/**
 * The configuration asks for something that cannot be done; the message is one sentence for people.
 */
public final class StartRefused extends RuntimeException {

  private static final long serialVersionUID = 1L;

  public StartRefused(String sentence) {
    super(sentence);
  }

  public StartRefused(String sentence, Throwable cause) {
    super(sentence, cause);
  }
}

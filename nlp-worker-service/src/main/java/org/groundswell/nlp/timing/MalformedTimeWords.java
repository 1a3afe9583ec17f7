package org.groundswell.nlp.timing;

/** Thrown when a file of time words has a line that cannot be understood. */
final class MalformedTimeWords extends RuntimeException {

  private static final long serialVersionUID = 1L;

  MalformedTimeWords(String file, int line, IllegalArgumentException cause) {
    super("%s, line %d: %s".formatted(file, line, cause.getMessage()), cause);
  }
}

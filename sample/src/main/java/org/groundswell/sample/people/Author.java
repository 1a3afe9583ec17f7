package org.groundswell.sample.people;

import org.groundswell.sample.grammar.Typing;

/**
 * An invented account.
 *
 * @param id such as {@code u1842}; belongs to nobody
 * @param activity how often it writes, against others; heavy-tailed
 */
public record Author(String id, Place home, double activity, Typing typing) {

  /** ISO 639-1, what it writes. */
  public String language() {
    return home.language();
  }
}

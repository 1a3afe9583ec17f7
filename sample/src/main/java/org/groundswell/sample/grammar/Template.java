package org.groundswell.sample.grammar;

import java.util.List;

/** A piece of a sentence that may still have to be chosen. */
sealed interface Template {

  /** Text as it stands. */
  record Literal(String text) implements Template {}

  /**
   * Text of another rule, written {@code {rule}}, or {@code {^rule}} to start with a capital.
   *
   * @param rule name of the rule or of something the surroundings know, such as {@code town}
   */
  record Slot(String rule, boolean capital) implements Template {}

  /** A whole number, written {@code {#2-9}}. */
  record Numeral(int from, int to) implements Template {}

  /** One of several, written {@code <this|that|>}; an empty option is allowed. */
  record Choice(List<Template> options) implements Template {}

  /** One piece after the other. */
  record Sequence(List<Template> parts) implements Template {}
}

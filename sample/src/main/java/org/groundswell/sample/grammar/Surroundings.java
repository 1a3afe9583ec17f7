package org.groundswell.sample.grammar;

import org.groundswell.sample.chance.Dice;
import org.jspecify.annotations.Nullable;

/** What a post can refer to that is in no grammar: where its author is, whom it answers. */
@FunctionalInterface
public interface Surroundings {

  /** Text for {@code slot}, or null when these surroundings have no such thing. */
  @Nullable String valueOf(String slot, Dice dice);
}

package org.groundswell.sample.post;

import org.groundswell.sample.chance.Dice;
import org.groundswell.sample.chance.Weighted;
import org.groundswell.sample.grammar.Surroundings;
import org.groundswell.sample.people.Author;
import org.groundswell.sample.people.Place;
import org.jspecify.annotations.Nullable;

/**
 * A post's surroundings: the town it is about, and the people its author may answer.
 *
 * @param home where the author writes from, when that may be another town
 * @param listeners whom a mention may name
 */
public record Scene(Place town, Place home, Weighted<Author> listeners) implements Surroundings {

  @Override
  public @Nullable String valueOf(String slot, Dice dice) {
    return switch (slot) {
      case "town" -> town.name();
      case "hometown" -> home.name();
      case "intown" -> town.within();
      case "towntag" -> town.name().replaceAll("[^\\p{L}]", "");
      case "country" -> town.countryName();
      case "mention" -> "@" + listeners.draw(dice).id();
      case "link" ->
          "https://example.org/" + Integer.toString(dice.between(46_656, 60_466_175), 36);
      default -> null;
    };
  }
}

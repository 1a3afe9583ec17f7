package org.groundswell.sample.people;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.groundswell.sample.chance.Dice;
import org.groundswell.sample.chance.Weighted;
import org.groundswell.sample.grammar.Typing;

/** All accounts of the sample. Grows when a town needs more people; not thread-safe. */
public final class Population {

  private static final int HIGHEST_ID = 99_999;
  private static final double ACTIVITY_SHAPE = 1.25;
  private static final double MOST_ACTIVE = 150;
  private static final double RARELY_HEARD = 0.3;

  private final Dice dice;
  private final Set<Integer> taken = new HashSet<>();
  private final List<Author> authors = new ArrayList<>();

  /** {@code size} people spread over {@code places} by their weights. */
  public Population(Places places, int size, Dice dice) {
    this.dice = dice;
    for (int i = 0; i < size; i++) {
      double activity = Math.min(MOST_ACTIVE, dice.heavyTail(ACTIVITY_SHAPE));
      authors.add(author(places.weighted().draw(dice), activity));
    }
  }

  /** At least {@code count} people of {@code town}; who is missing moves in and writes rarely. */
  public List<Author> of(Place town, int count) {
    List<Author> locals =
        authors.stream()
            .filter(author -> author.home().equals(town))
            .limit(count)
            .collect(Collectors.toCollection(ArrayList::new));
    while (locals.size() < count) {
      Author newcomer = author(town, RARELY_HEARD);
      authors.add(newcomer);
      locals.add(newcomer);
    }
    return locals;
  }

  /** Everyone so far, by activity. */
  public Weighted<Author> byActivity() {
    return new Weighted<>(authors, Author::activity);
  }

  /** Everyone so far by language, by activity. */
  public Map<String, Weighted<Author>> byLanguage() {
    return authors.stream()
        .collect(
            Collectors.groupingBy(
                Author::language,
                Collectors.collectingAndThen(
                    Collectors.toList(), some -> new Weighted<>(some, Author::activity))));
  }

  private Author author(Place home, double activity) {
    return new Author(freshId(), home, activity, typing());
  }

  private String freshId() {
    int number = dice.between(100, HIGHEST_ID);
    while (!taken.add(number)) { // ends: far fewer people than numbers
      number = dice.between(100, HIGHEST_ID);
    }
    return "u" + number;
  }

  private Typing typing() {
    double at = dice.unit();
    return at < 0.45 ? Typing.NEAT : at < 0.8 ? Typing.CASUAL : Typing.SLOPPY;
  }
}

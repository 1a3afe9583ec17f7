package org.groundswell.sample.chatter;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.groundswell.sample.chance.Dice;
import org.groundswell.sample.chance.Weighted;
import org.groundswell.sample.grammar.Grammar;
import org.groundswell.sample.grammar.Grammars;
import org.groundswell.sample.people.Author;
import org.groundswell.sample.people.Place;
import org.groundswell.sample.people.Places;
import org.groundswell.sample.people.Population;
import org.groundswell.sample.post.Draft;
import org.groundswell.sample.post.Scene;

/**
 * Writes the calm background: everyday posts of everyone, round the clock of each town.
 *
 * <p>One post in sixty speaks of unrest in an ordinary way (an opinion, a small picket, news of a
 * union), spread over all towns: that must raise no alert.
 */
public final class Chatter {

  private static final String UNREST_TALK = "unrest";
  private static final double SHARE_OF_UNREST_TALK = 1 / 60.0;
  private static final double SHARE_OF_REPLIES = 0.1;
  private static final double SHARE_OF_REPOSTS = 0.03;
  private static final double AT_HOME = 0.6;
  private static final int TRIES_FOR_NEW_WORDS = 6;
  private static final double REPOST_AFTER_MINUTES = 90;

  private final Grammars grammars;
  private final Places places;
  private final Dice dice;
  private final Weighted<Author> people;
  private final Map<String, Weighted<Author>> peopleByLanguage;
  private final Set<String> said = new HashSet<>();

  /** Chatter of everyone in {@code population}. */
  public Chatter(Grammars grammars, Places places, Population population, Dice dice) {
    this.grammars = grammars;
    this.places = places;
    this.dice = dice;
    this.people = population.byActivity();
    this.peopleByLanguage = population.byLanguage();
  }

  /** About {@code count} posts in the {@code days} after {@code start}, by time. */
  public List<Draft> write(int count, Instant start, int days) {
    List<Draft> posts = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      Author author = people.draw(dice);
      Instant at = LocalDay.moment(start, days, author.home().ahead(), dice);
      posts.add(Draft.chatter(at, author, newText(author)));
    }
    posts.addAll(reposts(posts, start.plus(Duration.ofDays(days))));
    posts.sort(Comparator.comparing(Draft::at));
    return posts;
  }

  private List<Draft> reposts(List<Draft> posts, Instant end) {
    return posts.stream()
        .filter(_ -> dice.chance(SHARE_OF_REPOSTS))
        .map(this::repost)
        .filter(repost -> repost.at().isBefore(end))
        .toList();
  }

  private Draft repost(Draft post) {
    long seconds = 20 + (long) (dice.decay(REPOST_AFTER_MINUTES) * 60);
    return post.repostedBy(listeners(post.language()).draw(dice), post.at().plusSeconds(seconds));
  }

  private String newText(Author author) {
    String text = text(author);
    for (int i = 1; i < TRIES_FOR_NEW_WORDS && !said.add(text); i++) {
      text = text(author);
    }
    return text;
  }

  private String text(Author author) {
    Grammar grammar = grammars.chatter(author.language());
    Scene scene = new Scene(townFor(author), author.home(), listeners(author.language()));
    boolean unrest = grammar.has(UNREST_TALK) && dice.chance(SHARE_OF_UNREST_TALK);
    String words = grammar.write(unrest ? UNREST_TALK : "post", scene, dice);
    String typed = author.typing().type(words, dice);
    return dice.chance(SHARE_OF_REPLIES)
        ? Objects.requireNonNull(scene.valueOf("mention", dice)) + " " + typed
        : typed;
  }

  private Place townFor(Author author) {
    return dice.chance(AT_HOME) ? author.home() : places.speaking(author.language()).draw(dice);
  }

  private Weighted<Author> listeners(String language) {
    return Objects.requireNonNull(peopleByLanguage.get(language));
  }
}

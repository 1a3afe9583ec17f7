package org.groundswell.sample.surge;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
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
import org.jspecify.annotations.Nullable;

/**
 * Tells of one surge as people would: first those on the spot, then news, talk elsewhere and
 * reposts of what was said before.
 *
 * <p>A surge's file in its own language has the rules {@code frame} (what is seen), {@code news},
 * {@code opinion}, and {@code call} when it is announced; in other languages {@code news} and
 * {@code opinion}. The lexicon of the language makes whole posts of them: {@code scene}, {@code
 * talk}, {@code planned}.
 */
public final class Telling {

  private static final Duration NEWS_AFTER = Duration.ofMinutes(12);
  private static final Duration ABROAD_AFTER = Duration.ofMinutes(30);
  private static final Duration REPOSTS_AFTER = Duration.ofMinutes(7);
  private static final double SHARE_OF_NEWS = 0.14;
  private static final double SHARE_OF_REPOSTS = 0.2;
  private static final double TALK_AT_FIRST = 0.1;
  private static final double TALK_AT_LAST = 0.45;
  private static final double NEW_VOICE = 0.75;
  private static final int TRIES_FOR_NEW_WORDS = 8;

  private final Surge surge;
  private final Grammars grammars;
  private final Places places;
  private final List<Place> towns;
  private final List<Author> locals;
  private final Map<String, Weighted<Author>> everyone;
  private final Dice dice;

  private final List<Draft> told = new ArrayList<>();
  private final Set<String> said = new HashSet<>();
  private int heard;

  /** Calls the people together who will tell of {@code surge}. */
  public Telling(Surge surge, Grammars grammars, Places places, Population people, Dice dice) {
    this.surge = surge;
    this.grammars = grammars;
    this.places = places;
    this.dice = dice;
    this.towns = surge.towns().stream().map(places::named).toList();
    this.locals = locals(surge, towns, people, dice);
    this.everyone = people.byLanguage();
  }

  private static List<Author> locals(Surge surge, List<Place> towns, Population people, Dice dice) {
    int each = Math.ceilDiv(surge.voices(), towns.size());
    List<Author> waiting = new ArrayList<>();
    towns.forEach(town -> waiting.addAll(people.of(town, each)));
    List<Author> shuffled = new ArrayList<>();
    while (!waiting.isEmpty()) {
      shuffled.add(waiting.remove(dice.between(0, waiting.size() - 1)));
    }
    return shuffled;
  }

  /** All posts of the surge, calls for it included, by time. */
  public List<Draft> tell() {
    if (surge.announced() != null) {
      Course.of(surge.announced(), dice).forEach(at -> told.add(own(at, "planned")));
    }
    Course.of(surge, dice).forEach(at -> told.add(post(at)));
    return List.copyOf(told);
  }

  private Draft post(Instant at) {
    Duration since = Duration.between(surge.onset(), at);
    if (since.compareTo(REPOSTS_AFTER) > 0 && dice.chance(SHARE_OF_REPOSTS)) {
      return repost(at);
    }
    if (since.compareTo(ABROAD_AFTER) > 0) {
      String foreign = foreignLanguage();
      if (foreign != null) {
        return from(everyone(foreign), at, dice.chance(0.5) ? "news" : "talk", foreign);
      }
    }
    return own(at, role(since));
  }

  private String role(Duration since) {
    if (since.compareTo(NEWS_AFTER) > 0 && dice.chance(SHARE_OF_NEWS)) {
      return "news";
    }
    double progress = (double) since.toSeconds() / surge.lasts().toSeconds();
    double talk = TALK_AT_FIRST + (TALK_AT_LAST - TALK_AT_FIRST) * progress;
    return !since.isZero() && dice.chance(talk) ? "talk" : "scene";
  }

  private Draft own(Instant at, String role) {
    boolean onTheSpot = role.equals("scene") || dice.chance(0.5);
    Author author = onTheSpot ? local() : everyone(surge.language());
    return from(author, at, role, surge.language());
  }

  /** Mostly someone not heard before, while there is one; some write again and again. */
  private Author local() {
    if (heard == 0 || (heard < locals.size() && dice.chance(NEW_VOICE))) {
      return locals.get(heard++);
    }
    double lean = dice.unit();
    return locals.get((int) (lean * lean * heard));
  }

  private Author everyone(String language) {
    return Objects.requireNonNull(everyone.get(language)).draw(dice);
  }

  private Draft from(Author author, Instant at, String role, String language) {
    Place town = towns.contains(author.home()) ? author.home() : dice.pick(towns);
    String text = text(author, role, language, town);
    for (int i = 1; i < TRIES_FOR_NEW_WORDS && !said.add(text); i++) {
      text = text(author, role, language, town);
    }
    return new Draft(at, author, text, language, surge.id(), false, role.equals("planned"));
  }

  private String text(Author author, String role, String language, Place town) {
    Scene scene =
        new Scene(town, elsewhere(author), Objects.requireNonNull(everyone.get(language)));
    String words = grammar(language).write(role, scene, dice);
    return role.equals("news") ? words : author.typing().type(words, dice);
  }

  /** The town an author sets against the one that everybody speaks of. */
  private Place elsewhere(Author author) {
    return towns.contains(author.home())
        ? places.speaking(author.language()).draw(dice)
        : author.home();
  }

  private Grammar grammar(String language) {
    return Objects.requireNonNull(
        grammars.surge(surge.id(), language),
        () -> "nobody tells of %s in %s".formatted(surge.id(), language));
  }

  private Draft repost(Instant at) {
    List<Draft> originals = told.stream().filter(d -> !d.repost() && !d.planned()).toList();
    double lean = dice.unit(); // what was said first is repeated most
    Draft original = originals.get((int) (lean * lean * originals.size()));
    return original.repostedBy(everyone(original.language()), at);
  }

  private @Nullable String foreignLanguage() {
    double at = dice.unit();
    for (Map.Entry<String, Double> share : surge.foreign().entrySet()) {
      at -= share.getValue();
      if (at < 0) {
        return share.getKey();
      }
    }
    return null;
  }
}

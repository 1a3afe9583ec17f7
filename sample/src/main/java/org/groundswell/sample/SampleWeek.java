package org.groundswell.sample;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.groundswell.sample.GroundTruth.Happening;
import org.groundswell.sample.chance.Dice;
import org.groundswell.sample.chatter.Chatter;
import org.groundswell.sample.grammar.Grammars;
import org.groundswell.sample.people.Places;
import org.groundswell.sample.people.Population;
import org.groundswell.sample.post.Draft;
import org.groundswell.sample.post.Post;
import org.groundswell.sample.surge.Surge;
import org.groundswell.sample.surge.Surges;
import org.groundswell.sample.surge.Telling;
import org.jspecify.annotations.Nullable;

/**
 * The simulated week: seven days of invented posts, and what is true in them.
 *
 * @param posts by time, ids in the same order
 * @param labels for each post the id of its surge, or null where it is everyday chatter
 */
record SampleWeek(List<Post> posts, List<@Nullable String> labels, GroundTruth truth) {

  /** The seed of the sample that ships. */
  static final long SHIPPED_SEED = 20260601L;

  private static final Instant START = Instant.parse("2026-06-01T00:00:00Z");
  private static final int DAYS = 7;
  private static final int PEOPLE = 6_500;
  private static final int CHATTER = 15_500;
  private static final String NOTE =
      "Simulated. Every author, post and happening is invented; only the towns are real.";

  /** Writes the week that {@code seed} stands for; one seed, one week. */
  static SampleWeek write(long seed) {
    Dice dice = new Dice(seed);
    Grammars grammars = new Grammars();
    Places places = Places.load();
    Population people = new Population(places, PEOPLE, dice.fork("people"));
    List<Surge> surges = Surges.load();

    List<Draft> drafts = new ArrayList<>();
    for (Surge surge : surges) {
      Dice own = dice.fork(surge.id());
      drafts.addAll(new Telling(surge, grammars, places, people, own).tell());
    }
    drafts.addAll(
        new Chatter(grammars, places, people, dice.fork("chatter")).write(CHATTER, START, DAYS));
    drafts.sort(Comparator.comparing(Draft::at));
    return new SampleWeek(
        posts(drafts, dice.fork("posts")),
        drafts.stream().<@Nullable String>map(Draft::surge).toList(),
        truth(seed, surges, drafts, new Witness(places)));
  }

  private static List<Post> posts(List<Draft> drafts, Dice dice) {
    List<Post> posts = new ArrayList<>();
    for (Draft draft : drafts) {
      posts.add(Post.of(draft, posts.size(), dice));
    }
    return posts;
  }

  private static GroundTruth truth(
      long seed, List<Surge> surges, List<Draft> drafts, Witness witness) {
    Map<String, List<Draft>> bySurge =
        drafts.stream()
            .filter(draft -> draft.surge() != null)
            .collect(Collectors.groupingBy(draft -> Objects.requireNonNull(draft.surge())));
    return new GroundTruth(
        NOTE,
        seed,
        START.toString(),
        START.plus(Duration.ofDays(DAYS)).toString(),
        drafts.size(),
        drafts.stream().map(Draft::author).distinct().count(),
        happenings(surges, Surge::unrest, bySurge, witness),
        happenings(surges, surge -> !surge.unrest(), bySurge, witness));
  }

  private static List<Happening> happenings(
      List<Surge> surges,
      Predicate<Surge> which,
      Map<String, List<Draft>> bySurge,
      Witness witness) {
    return surges.stream()
        .filter(which)
        .sorted(Comparator.comparing(Surge::onset))
        .map(surge -> witness.testify(surge, Objects.requireNonNull(bySurge.get(surge.id()))))
        .toList();
  }
}

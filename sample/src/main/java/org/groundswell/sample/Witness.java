package org.groundswell.sample;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.groundswell.sample.GroundTruth.Happening;
import org.groundswell.sample.GroundTruth.Stage;
import org.groundswell.sample.GroundTruth.Where;
import org.groundswell.sample.people.Place;
import org.groundswell.sample.people.Places;
import org.groundswell.sample.post.Draft;
import org.groundswell.sample.surge.Surge;
import org.jspecify.annotations.Nullable;

/** Says what is true of a surge, counted from its posts and not from the plan. */
final class Witness {

  private final Places places;

  Witness(Places places) {
    this.places = places;
  }

  /**
   * @param posts all posts of the surge, by time
   */
  Happening testify(Surge surge, List<Draft> posts) {
    List<Draft> planned = posts.stream().filter(Draft::planned).toList();
    List<Draft> ongoing = posts.stream().filter(post -> !post.planned()).toList();
    return new Happening(
        surge.id(),
        surge.event(),
        surge.title(),
        where(surge),
        surge.towns().size() > 1 ? towns(surge) : null,
        planned.isEmpty() ? null : planned.getFirst().at().toString(),
        ongoing.getFirst().at().toString(),
        ongoing.getLast().at().toString(),
        Stream.of(stage("PLANNED", planned), stage("ONGOING", ongoing))
            .flatMap(List::stream)
            .toList(),
        posts.size(),
        posts.stream().filter(Draft::repost).count(),
        posts.stream().map(Draft::author).distinct().count(),
        posts.stream().filter(post -> names(surge, post)).count(),
        languages(posts));
  }

  private static boolean names(Surge surge, Draft post) {
    String text = post.text().toLowerCase(Locale.ROOT);
    return surge.names().stream().anyMatch(text::contains);
  }

  private static Map<String, Long> languages(List<Draft> posts) {
    return posts.stream()
        .collect(Collectors.groupingBy(Draft::language, TreeMap::new, Collectors.counting()));
  }

  private static List<Stage> stage(String name, List<Draft> posts) {
    return posts.isEmpty()
        ? List.of()
        : List.of(
            new Stage(
                name,
                posts.getFirst().at().toString(),
                posts.getLast().at().toString(),
                posts.size()));
  }

  private List<Where> towns(Surge surge) {
    return surge.towns().stream().map(places::named).map(Witness::where).toList();
  }

  private Where where(Surge surge) {
    Surge.@Nullable Country country = surge.country();
    if (country == null) {
      return where(places.named(surge.towns().getFirst()));
    }
    return new Where(
        country.geonameId(),
        country.name(),
        "COUNTRY",
        country.code(),
        country.latitude(),
        country.longitude());
  }

  private static Where where(Place town) {
    return new Where(
        town.geonameId(), town.name(), "TOWN", town.country(), town.latitude(), town.longitude());
  }
}

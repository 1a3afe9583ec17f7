package org.groundswell.sample;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.util.List;
import java.util.Map;
import org.groundswell.sample.surge.Surge.EventType;
import org.jspecify.annotations.Nullable;

/**
 * What is true in the simulated week.
 *
 * @param note that it is simulated
 * @param seed the seed that writes it
 * @param from start of the week, ISO-8601 in UTC
 * @param to end of the week, not part of it
 * @param posts all lines of the sample
 * @param events unrest, which should be noticed, by onset
 * @param decoys surges that are no unrest and should not be noticed, by onset
 */
@JsonPropertyOrder({"note", "seed", "from", "to", "posts", "authors", "events", "decoys"})
record GroundTruth(
    String note,
    long seed,
    String from,
    String to,
    int posts,
    long authors,
    List<Happening> events,
    List<Happening> decoys) {

  /**
   * One surge.
   *
   * @param kind kind of unrest; missing for a decoy
   * @param place the town, or the country when no town is the main place
   * @param towns all towns it is told in, when there is more than one
   * @param announced first call for it, when there is one
   * @param onset first post on the spot
   * @param end last post
   * @param stages what the posts speak of, over time
   * @param posts all of its posts, reposts and calls included
   * @param reposts those that only repeat another post
   * @param authors different accounts among its posts
   * @param namingThePlace posts whose text names the place or one of the towns
   * @param languages posts by the language they are written in
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  @JsonPropertyOrder({
    "id",
    "kind",
    "title",
    "place",
    "towns",
    "announced",
    "onset",
    "end",
    "stages",
    "posts",
    "reposts",
    "authors",
    "namingThePlace",
    "languages"
  })
  record Happening(
      String id,
      @Nullable EventType kind,
      String title,
      Where place,
      @Nullable List<Where> towns,
      @Nullable String announced,
      String onset,
      String end,
      List<Stage> stages,
      long posts,
      long reposts,
      long authors,
      long namingThePlace,
      Map<String, Long> languages) {}

  /**
   * A town or a country.
   *
   * @param level TOWN or COUNTRY
   * @param country ISO 3166-1 alpha-2
   */
  @JsonPropertyOrder({"geonameId", "name", "level", "country", "lat", "lon"})
  record Where(int geonameId, String name, String level, String country, double lat, double lon) {}

  /**
   * A time in which the posts speak of the happening in one way.
   *
   * @param stage PLANNED or ONGOING
   */
  @JsonPropertyOrder({"stage", "from", "to", "posts"})
  record Stage(String stage, String from, String to, long posts) {}
}

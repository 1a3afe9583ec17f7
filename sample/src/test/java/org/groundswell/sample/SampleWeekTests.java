package org.groundswell.sample;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.groundswell.sample.GroundTruth.Happening;
import org.groundswell.sample.post.Post;
import org.groundswell.sample.surge.Surge.EventType;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What the simulated week promises in its README. */
class SampleWeekTests {

  private static final Pattern LINK = Pattern.compile("https?://([^/\\s]+)");

  private static SampleWeek week;

  @BeforeAll
  static void writeTheShippedWeek() {
    week = SampleWeek.write(SampleWeek.SHIPPED_SEED);
  }

  @Test
  void isTheSameEveryTime() {
    assertThat(SampleWeek.write(SampleWeek.SHIPPED_SEED)).isEqualTo(week);
  }

  @Test
  void isAnotherWeekWithAnotherSeed() {
    assertThat(SampleWeek.write(7).posts()).isNotEqualTo(week.posts());
  }

  @Test
  void holdsTheSevenDaysInOrder() {
    List<Instant> times = week.posts().stream().map(Post::createdAt).map(Instant::parse).toList();

    assertThat(times).isSorted();
    assertThat(times.getFirst()).isAfterOrEqualTo(Instant.parse(week.truth().from()));
    assertThat(times.getLast()).isBefore(Instant.parse(week.truth().to()));
    assertThat(times).hasSizeBetween(15_000, 25_000);
  }

  @Test
  void givesEveryPostAnIdOfItsOwn() {
    assertThat(week.posts()).extracting(Post::id).doesNotHaveDuplicates();
  }

  @Test
  void rarelyRepeatsATextButInReposts() {
    List<String> texts = originals().map(Post::text).toList();

    assertThat((double) texts.stream().distinct().count() / texts.size()).isGreaterThan(0.97);
  }

  @Test
  void writesMostlyEnglishSpanishAndRussian() {
    Map<String, Long> languages =
        week.posts().stream()
            .collect(Collectors.groupingBy(p -> "" + p.lang(), Collectors.counting()));

    assertThat(languages.get("en")).isGreaterThan(8_000);
    assertThat(languages.get("es")).isGreaterThan(4_000);
    assertThat(languages.get("ru")).isGreaterThan(2_000);
    assertThat(languages).containsKeys("pt", "fr", "de", "tr");
  }

  @Test
  void locatesFewPostsAndMarksSomeLanguagesNot() {
    assertThat(share(post -> post.lat() != null)).isBetween(0.015, 0.04);
    assertThat(share(post -> post.place() != null)).isBetween(0.03, 0.07);
    assertThat(share(post -> post.lang() == null)).isBetween(0.01, 0.06);
  }

  @Test
  void hasFewLoudAndManyQuietAuthors() {
    Collection<Long> perAuthor =
        week.posts().stream()
            .collect(Collectors.groupingBy(Post::author, Collectors.counting()))
            .values();

    assertThat(perAuthor).hasSizeGreaterThan(4_000).anyMatch(posts -> posts > 50);
    assertThat(perAuthor.stream().filter(posts -> posts <= 2).count())
        .isGreaterThan(perAuthor.size() / 2);
  }

  @Test
  void linksOnlyToTheExampleDomain() {
    assertThat(week.posts().stream().map(Post::text).flatMap(text -> LINK.matcher(text).results()))
        .isNotEmpty()
        .allMatch(link -> link.group(1).equals("example.org"));
  }

  @Test
  void leavesTwoCalmDaysToLearnFrom() {
    assertThat(week.truth().events())
        .extracting(Happening::onset)
        .allMatch(onset -> onset.compareTo("2026-06-03") > 0);
  }

  @Test
  void tellsOfManyKindsOfUnrest() {
    assertThat(week.truth().events())
        .extracting(Happening::kind)
        .contains(
            EventType.PEACEFUL_PROTEST,
            EventType.PROTEST_WITH_INTERVENTION,
            EventType.EXCESSIVE_FORCE,
            EventType.VIOLENT_DEMONSTRATION,
            EventType.MOB_VIOLENCE,
            EventType.STRIKE,
            EventType.BLOCKADE,
            EventType.HUNGER_STRIKE,
            EventType.LOOTING);
    assertThat(week.truth().decoys()).hasSize(8).allMatch(decoy -> decoy.posts() >= 300);
  }

  @Test
  void countsInTheTruthWhatIsInThePosts() {
    assertThat(happenings()).allSatisfy(SampleWeekTests::assertCounted);
  }

  @Test
  void callsForTheMarchADayBefore() {
    Happening march = happening("bilbao-housing");

    assertThat(march.stages())
        .extracting(GroundTruth.Stage::stage)
        .containsExactly("PLANNED", "ONGOING");
    assertThat(Instant.parse(march.onset()))
        .isAfter(Instant.parse(march.announced()).plusSeconds(20 * 3600));
  }

  @Test
  void tellsTheNationalStrikeOfACountry() {
    Happening strike = happening("chile-national-strike");

    assertThat(strike.place().level()).isEqualTo("COUNTRY");
    assertThat(strike.towns()).hasSizeGreaterThan(5);
  }

  @Test
  void namesThePlaceOfEveryEventOftenEnoughToBeFoundAndSeldomEnoughToBeReal() {
    assertThat(week.truth().events())
        .allSatisfy(event ->
            assertThat((double) event.namingThePlace() / event.posts()).isBetween(0.3, 0.9));
  }

  private static void assertCounted(Happening happening) {
    List<Post> posts =
        IntStream.range(0, week.posts().size())
            .filter(i -> happening.id().equals(week.labels().get(i)))
            .mapToObj(week.posts()::get)
            .toList();
    String first = happening.announced() == null ? happening.onset() : happening.announced();

    assertThat(posts).hasSize((int) happening.posts());
    assertThat(posts.getFirst().createdAt()).isEqualTo(first);
    assertThat(posts.getLast().createdAt()).isEqualTo(happening.end());
    assertThat(posts.stream().map(Post::author).distinct()).hasSize((int) happening.authors());
    assertThat(posts.stream().filter(p -> p.text().startsWith("RT @")))
        .hasSize((int) happening.reposts());
    assertThat(happening.languages().values().stream().mapToLong(Long::longValue).sum())
        .isEqualTo(happening.posts());
  }

  private static Stream<Happening> happenings() {
    return Stream.concat(week.truth().events().stream(), week.truth().decoys().stream());
  }

  private static Happening happening(String id) {
    return happenings().filter(happening -> happening.id().equals(id)).findFirst().orElseThrow();
  }

  private static Stream<Post> originals() {
    return week.posts().stream().filter(post -> !post.text().startsWith("RT @"));
  }

  private static double share(Predicate<Post> which) {
    return (double) week.posts().stream().filter(which).count() / week.posts().size();
  }
}

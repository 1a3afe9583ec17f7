package org.groundswell.collector.coverage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PostCounterTests {

  private static final Instant START = Instant.parse("2026-06-03T14:05:00Z");

  private final PostCounter counter = new PostCounter();

  @Test
  void tellsConsecutiveMinutesAsOneRun() {
    count("bluesky", 0, 12);
    count("bluesky", 1, 9);
    count("bluesky", 3, 3);

    assertThat(told()).containsExactly(run("bluesky", 0, 12, 9, 0, 3));
  }

  @Test
  void tellsSourcesApartInOrderOfName() {
    count("push", 0, 1);
    count("bluesky", 1, 2);

    assertThat(told()).containsExactly(run("bluesky", 1, 2), run("push", 0, 1));
  }

  @Test
  void beginsAnotherRunAfterMoreThanTenEmptyMinutes() {
    count("push", 0, 1);
    count("push", 11, 1);
    count("push", 23, 1);

    assertThat(told())
        .containsExactly(run("push", 0, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1), run("push", 23, 1));
  }

  @Test
  void tellsEachPostOnce() {
    count("push", 0, 2);
    told();
    assertThat(counter.untold()).isEmpty();

    count("push", 0, 3);

    assertThat(told()).containsExactly(run("push", 0, 3));
  }

  @Test
  void countsMinutesBefore1970AndPartsOfAMinute() {
    counter.count("push", null, Instant.parse("1969-12-31T23:59:59.999Z"));

    assertThat(told())
        .containsExactly(
            new CoverageRun("push", Instant.parse("1969-12-31T23:59:00Z"), List.of(1)));
  }

  @Test
  void tellsAgainWhatItWasGivenBack() {
    count("push", 0, 2);
    count("push", 2, 1);
    List<CoverageRun> lost = told();
    count("push", 2, 5);

    counter.giveBack(lost);

    assertThat(told()).containsExactly(run("push", 0, 2, 0, 6));
  }

  @Test
  void doesNotWriteAgainWhatItWasGivenBack() {
    count("push", 0, 2);
    List<CoverageRun> lost = told();
    counter.passed(minute(1));

    counter.giveBack(lost);

    assertThat(counter.passed(minute(2))).isEmpty();
    assertThat(told()).containsExactly(run("push", 0, 2));
  }

  @Test
  void putsNoMoreThanTenThousandMinutesIntoAPortion() {
    IntStream.range(0, 25_000).forEach(minute -> count("push", minute, 1));

    List<List<CoverageRun>> portions = counter.untold();

    assertThat(portions)
        .hasSize(3)
        .allSatisfy(portion -> assertThat(minutes(portion)).isBetween(1, 10_000));
    assertThat(sum(portions)).isEqualTo(25_000);
  }

  @Test
  void putsNoMoreThanAThousandRunsIntoAPortion() {
    IntStream.range(0, 2_500).forEach(i -> count("push", i * 20, 1));

    List<List<CoverageRun>> portions = counter.untold();

    assertThat(portions).extracting(List::size).containsExactly(1_000, 1_000, 500);
  }

  @Test
  void cutsALongRunAtAGapToo() {
    IntStream.range(0, 20_000).forEach(i -> count("push", i * 3, 1));

    List<List<CoverageRun>> portions = counter.untold();

    assertThat(portions)
        .allSatisfy(portion -> assertThat(minutes(portion)).isLessThanOrEqualTo(10_000));
    assertThat(sum(portions)).isEqualTo(20_000);
    assertThat(portions.stream().flatMap(List::stream))
        .allSatisfy(run -> assertThat(run.posts().getFirst()).isPositive());
  }

  @Test
  void putsNamesBeyondSixtyFourTogether() {
    IntStream.range(0, 70).forEach(i -> count("source-%02d".formatted(i), 0, 1));

    assertThat(told()).hasSize(65).contains(run("other", 0, 6));
  }

  @Test
  void namesTheSourcesThatAreReadUntilTheyAreOver() {
    var over = new AtomicBoolean();
    counter.open("replay", over::get);
    counter.open("push", () -> false);
    count("bluesky", 0, 1);
    assertThat(counter.sources()).containsExactly("push", "replay");

    over.set(true);

    assertThat(counter.sources()).containsExactly("push");
  }

  @Test
  void writesAMinuteByLanguageOnceTheClockHasPassedIt() {
    counter.count("bluesky", "en", START.plusSeconds(3));
    counter.count("bluesky", "es", START.plusSeconds(59));
    counter.count("bluesky", null, START.plusSeconds(59));
    counter.count("bluesky", "en", START.plusSeconds(60));

    assertThat(counter.passed(START.plusSeconds(59))).isEmpty();
    assertThat(counter.passed(START.plusSeconds(60)))
        .containsExactly(new SourceMinute("bluesky", START, 3, Map.of("en", 1, "es", 1, "und", 1)));
    assertThat(counter.passed(START.plusSeconds(60))).isEmpty();
  }

  @Test
  void putsLanguagesBeyondFortyTogether() {
    IntStream.range(0, 45)
        .forEach(i -> counter.count("push", "a%c%c".formatted('a' + i / 26, 'a' + i % 26), START));

    SourceMinute written = counter.passed(minute(1)).getFirst();

    assertThat(written.languages()).hasSize(41).contains(entry("other", 5));
    assertThat(written.languages().values().stream().mapToInt(i -> i).sum()).isEqualTo(45);
  }

  @Test
  void writesSilenceOfSourcesThatAreRead() {
    counter.open("bluesky", () -> false);
    counter.open("replay", () -> true);
    counter.passed(minute(0));
    count("bluesky", 1, 4);

    assertThat(counter.passed(minute(3)))
        .extracting(SourceMinute::source, SourceMinute::minute, SourceMinute::posts)
        .containsExactly(
            tuple("bluesky", minute(0), 0),
            tuple("bluesky", minute(1), 4),
            tuple("bluesky", minute(2), 0));
  }

  @Test
  void writesNoSilenceWhenTheClockJumps() {
    counter.open("replay", () -> false);
    counter.passed(minute(0));
    count("replay", 5, 1);

    assertThat(counter.passed(minute(31)))
        .singleElement()
        .satisfies(written -> assertThat(written.minute()).isEqualTo(minute(5)));
    assertThat(counter.passed(minute(61))).hasSize(30);
  }

  @Test
  void writesNoSilenceBeforeItsFirstClock() {
    counter.open("bluesky", () -> false);

    assertThat(counter.passed(minute(0))).isEmpty();
  }

  @Test
  void writesTheRestAndGoesOnWithTheMinute() {
    count("push", 0, 2);
    assertThat(counter.rest()).extracting(SourceMinute::posts).containsExactly(2);

    count("push", 0, 1);

    assertThat(counter.passed(minute(1))).extracting(SourceMinute::posts).containsExactly(1);
  }

  @Test
  void losesNothingWhileManyCountAndOneTells() throws InterruptedException {
    var threads = new ArrayList<Thread>();
    for (int i = 0; i < 4; i++) {
      threads.add(
          Thread.ofPlatform()
              .start(() -> IntStream.range(0, 20_000).forEach(n -> count("push", n % 7, 1))));
    }

    long told = 0;
    long written = 0;
    while (threads.stream().anyMatch(Thread::isAlive)) {
      told += sum(counter.untold());
      written += counter.passed(minute(3)).stream().mapToLong(SourceMinute::posts).sum();
    }
    for (Thread thread : threads) {
      thread.join();
    }

    assertThat(told + sum(counter.untold())).isEqualTo(80_000);
    assertThat(written + counter.rest().stream().mapToLong(SourceMinute::posts).sum())
        .isEqualTo(80_000);
  }

  private void count(String source, int minute, int posts) {
    for (int i = 0; i < posts; i++) {
      counter.count(source, "en", minute(minute).plusSeconds(i % 60));
    }
  }

  private List<CoverageRun> told() {
    List<List<CoverageRun>> portions = counter.untold();
    assertThat(portions).hasSizeLessThanOrEqualTo(1);
    return portions.isEmpty() ? Collections.emptyList() : portions.getFirst();
  }

  private static CoverageRun run(String source, int from, Integer... posts) {
    return new CoverageRun(source, minute(from), List.of(posts));
  }

  private static int minutes(List<CoverageRun> portion) {
    return portion.stream().mapToInt(run -> run.posts().size()).sum();
  }

  private static long sum(List<List<CoverageRun>> portions) {
    return portions.stream()
        .flatMap(List::stream)
        .flatMap(run -> run.posts().stream())
        .mapToLong(Integer::longValue)
        .sum();
  }

  private static Instant minute(int number) {
    return START.plus(Duration.ofMinutes(number));
  }
}

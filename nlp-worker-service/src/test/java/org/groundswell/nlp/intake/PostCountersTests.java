package org.groundswell.nlp.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.groundswell.nlp.intake.Json.START;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.groundswell.nlp.intake.Result.Analysed;
import org.groundswell.nlp.intake.Result.Ticked;
import org.groundswell.nlp.pipeline.Outcome.DropReason;
import org.groundswell.nlp.pipeline.Outcome.Dropped;
import org.groundswell.nlp.pipeline.Outcome.Forwarded;
import org.groundswell.nlp.pipeline.Outcome.RejectReason;
import org.groundswell.nlp.pipeline.Outcome.Rejected;
import org.groundswell.nlp.pipeline.Scope;
import org.groundswell.nlp.pipeline.Signal;
import org.groundswell.nlp.places.Country;
import org.groundswell.nlp.places.How;
import org.groundswell.nlp.places.Level;
import org.groundswell.nlp.scoring.EventType;
import org.groundswell.nlp.scoring.UnrestScorer;
import org.groundswell.nlp.timing.Stage;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;

class PostCountersTests {

  private static final TopicsProperties TOPICS =
      new TopicsProperties("p", "s", "p.dlt", 1, (short) 1, Duration.ofDays(1), Duration.ofDays(1));

  private static AnnotationConfigApplicationContext context;
  private static UnrestScorer scorer;

  private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
  private final PostCounters counters =
      new PostCounters(
          meters, TOPICS, Clock.fixed(START.plus(Duration.ofSeconds(5)), ZoneOffset.UTC), scorer);

  @BeforeAll
  static void load() {
    context = new AnnotationConfigApplicationContext("org.groundswell.nlp.scoring");
    scorer = context.getBean(UnrestScorer.class);
  }

  @AfterAll
  static void close() {
    context.close();
  }

  @Test
  void tellsTheVersionOfTheModel() {
    assertThat(meters.get(PostCounters.MODEL).tag("version", scorer.modelVersion()).gauge().value())
        .isEqualTo(1);
  }

  @Test
  void hasEveryOutcomeFromTheStart() {
    assertThat(meters.find(PostCounters.POSTS).counters())
        .extracting(counter -> counter.getId().getTag("reason"))
        .containsExactlyInAnyOrder(
            "none",
            "deleted",
            "empty_text",
            "unsupported_language",
            "no_unrest",
            "past",
            "no_place",
            "unreadable",
            "analysis_failed");
    assertThat(meters.find(PostCounters.POSTS).counters()).allMatch(zero -> zero.count() == 0);
  }

  @Test
  void countsByOutcomeReasonAndLanguage() {
    counters.count(
        List.of(
            forwarded("es"),
            dropped(DropReason.NO_UNREST, "en"),
            dropped(DropReason.NO_UNREST, "en"),
            dropped(DropReason.NO_UNREST, "de"),
            dropped(DropReason.UNSUPPORTED_LANGUAGE, "nl"),
            dropped(DropReason.DELETED, "und")));

    assertThat(posts("forwarded", "none", "es")).isEqualTo(1);
    assertThat(posts("dropped", "no_unrest", "en")).isEqualTo(2);
    assertThat(posts("dropped", "no_unrest", "de")).isEqualTo(1);
    assertThat(posts("dropped", "unsupported_language", "nl")).isEqualTo(1);
    assertThat(posts("dropped", "deleted", "und")).isEqualTo(1);
  }

  @Test
  void countsARejectedPostAsADeadLetterOfNoLanguage() {
    counters.count(
        List.of(
            new Analysed(new Rejected(RejectReason.UNREADABLE, "no JSON")),
            new Analysed(new Rejected(RejectReason.ANALYSIS_FAILED, "StackOverflowError"))));

    assertThat(posts("rejected", "unreadable", "und")).isEqualTo(1);
    assertThat(posts("rejected", "analysis_failed", "und")).isEqualTo(1);
    assertThat(meters.get(PostCounters.DEAD_LETTERS).tag("topic", "p.dlt").counter().count())
        .isEqualTo(2);
  }

  @Test
  void countsSignalsAndTheirAge() {
    counters.count(List.of(forwarded("es"), dropped(DropReason.PAST, "es")));

    assertThat(meters.get(PostCounters.SIGNALS).counter().count()).isEqualTo(2);
    assertThat(meters.get(PostCounters.SIGNAL_AGE).timer().totalTime(TimeUnit.SECONDS))
        .isEqualTo(5);
  }

  @Test
  void countsAsReadWhatItCountsByOutcome() {
    counters.count(
        List.of(
            forwarded("es"),
            new Ticked(new CollectorClock("c", 0, 1, START, null, Coverage.NONE)),
            dropped(DropReason.EMPTY_TEXT, "und"),
            new Analysed(new Rejected(RejectReason.UNREADABLE, "no JSON"))));

    assertThat(meters.get(PostCounters.READ).counter().count())
        .isEqualTo(3)
        .isEqualTo(
            meters.find(PostCounters.POSTS).counters().stream().mapToDouble(Counter::count).sum());
  }

  private double posts(String outcome, String reason, String language) {
    return meters
        .get(PostCounters.POSTS)
        .tags("outcome", outcome, "reason", reason, "language", language)
        .counter()
        .count();
  }

  private static Result dropped(DropReason reason, String language) {
    return new Analysed(new Dropped(reason, language), START);
  }

  /** A post of two signals. */
  private static Result forwarded(String language) {
    return new Analysed(new Forwarded(List.of(signal(language), signal(language))), START);
  }

  private static Signal signal(String language) {
    var country = new Country(3625428, "VE", "Venezuela", 8, -66);
    var place =
        new Signal.Place(3625428, "Venezuela", Level.COUNTRY, 8, -66, null, country, How.TEXT, 0.9);
    return new Signal(
        Scope.COUNTRY,
        3625428,
        "push:1",
        "push",
        START,
        EventType.STRIKE,
        0.9,
        Stage.ONGOING,
        null,
        place,
        null,
        language,
        null,
        "v",
        false,
        "They strike",
        null,
        "0123456789abcdef",
        "2026.12-1");
  }
}

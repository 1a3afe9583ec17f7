package org.groundswell.nlp.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.List;
import org.groundswell.nlp.pipeline.Outcome.DropReason;
import org.groundswell.nlp.pipeline.Outcome.Dropped;
import org.groundswell.nlp.pipeline.Outcome.Forwarded;
import org.groundswell.nlp.timing.Stage;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;

/** The whole analysis with its own models and gazetteer, on posts that leave no doubt. */
class PostAnalysisTests {

  private static AnnotationConfigApplicationContext context;
  private static PostAnalysis analysis;

  @BeforeAll
  static void load() {
    context = PipelineContext.open(new SimpleMeterRegistry());
    analysis = context.getBean(PostAnalysis.class);
  }

  @AfterAll
  static void close() {
    context.close();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          EMPTY_TEXT           | @someone https://example.org
          UNSUPPORTED_LANGUAGE | Χιλιάδες άνθρωποι διαδηλώνουν σήμερα στην πλατεία Συντάγματος
          NO_UNREST            | What a lovely cup of coffee in Caracas this morning
          PAST                 | On this day in 1968 students rose to protest in Paris and police fired tear gas
          NO_PLACE             | Thousands of people protest, police fired tear gas at the crowd
          """)
  void dropsWithTheFirstReasonThatHolds(DropReason reason, String text) {
    assertThat(analysis.analyse(Posts.saying(text)))
        .isInstanceOfSatisfying(
            Dropped.class, dropped -> assertThat(dropped.reason()).isEqualTo(reason));
  }

  @Test
  void forwardsUnrestInAPlace() {
    List<Signal> signals =
        signals("Thousands protest in Caracas right now, police fired tear gas at the crowd");

    assertThat(signals).extracting(Signal::scope).contains(Scope.TOWN, Scope.COUNTRY);
    assertThat(signals.getFirst().place().country().code()).isEqualTo("VE");
    assertThat(signals).extracting(Signal::stage).containsOnly(Stage.ONGOING);
  }

  @Test
  void countsACountryOnceThoughTwoOfItsTownsAreNamed() {
    List<Signal> signals =
        signals("Thousands protest in Caracas and in Maracaibo, police fired tear gas");

    assertThat(signals).filteredOn(signal -> signal.scope() == Scope.TOWN).hasSize(2);
    assertThat(signals).filteredOn(signal -> signal.scope() == Scope.COUNTRY).hasSize(1);
  }

  @Test
  void numbersThePlacesInTheOrderInWhichThePostIsAboutThem() {
    List<Signal> signals =
        signals("Thousands protest in Caracas and in Maracaibo, police fired tear gas");

    assertThat(signals)
        .filteredOn(signal -> signal.scope() == Scope.TOWN)
        .extracting(Signal::mention)
        .containsExactly(null, 2);
    assertThat(signals)
        .filteredOn(signal -> signal.scope() == Scope.COUNTRY)
        .extracting(Signal::mention)
        .containsOnlyNulls();
  }

  @Test
  void timesEachStepThatAPostReaches() {
    double scoredBefore = timed(Step.SCORING);
    double timedBefore = timed(Step.TIMING);
    double placedBefore = timed(Step.PLACES);

    analysis.analyse(Posts.saying("What a lovely cup of coffee in Caracas this morning"));
    analysis.analyse(Posts.saying("Thousands protest in Caracas right now, police fired tear gas"));

    assertThat(timed(Step.SCORING)).isEqualTo(scoredBefore + 2);
    assertThat(timed(Step.TIMING)).isEqualTo(timedBefore + 1);
    assertThat(timed(Step.PLACES)).isEqualTo(placedBefore + 1);
  }

  private static double timed(Step step) {
    return context
        .getBean(MeterRegistry.class)
        .get(StepTimes.NAME)
        .tag("step", step.label())
        .timer()
        .count();
  }

  private static List<Signal> signals(String text) {
    Outcome outcome = analysis.analyse(Posts.saying(text));
    assertThat(outcome).isInstanceOf(Forwarded.class);
    return ((Forwarded) outcome).signals();
  }
}

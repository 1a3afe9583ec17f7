package org.groundswell.nlp.pipeline;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.groundswell.nlp.language.LanguageDetector;
import org.groundswell.nlp.places.PlaceFinder;
import org.groundswell.nlp.scoring.UnrestScorer;
import org.groundswell.nlp.text.PostText;
import org.groundswell.nlp.text.TextReader;
import org.groundswell.nlp.timing.StageReader;
import org.springframework.stereotype.Component;

/** Shows what the analysis makes of one post, and why. Thread-safe, and not made to be fast. */
@Component
public class PostExaminer {

  private static final int MOST_CLUES = 20;

  private final PipelineProperties properties;
  private final PostAnalysis analysis;
  private final TextReader texts;
  private final LanguageDetector languages;
  private final UnrestScorer scorer;
  private final StageReader stages;
  private final PlaceFinder places;

  PostExaminer(
      PipelineProperties properties,
      PostAnalysis analysis,
      TextReader texts,
      LanguageDetector languages,
      UnrestScorer scorer,
      StageReader stages,
      PlaceFinder places) {
    this.properties = properties;
    this.analysis = analysis;
    this.texts = texts;
    this.languages = languages;
    this.scorer = scorer;
    this.stages = stages;
    this.places = places;
  }

  /**
   * Examines a post.
   *
   * @param explains whether to tell each step
   */
  public Examination examine(Post post, boolean explains) {
    Analysis found = analysis.examine(post);
    return new Examination(
        found,
        analysis.analyse(post),
        found.probability() >= UnrestScorer.EVEN_ODDS,
        places.named(post.text(), found.language(), PostAnalysis.hints(post)),
        explains ? explanation(post, found) : null);
  }

  private Explanation explanation(Post post, Analysis found) {
    PostText text = found.text();
    String language = found.language();
    return new Explanation(
        text.clean(),
        text.tokens().toStrings(),
        texts.sentences(text, language),
        text.repost(),
        Objects.requireNonNullElse(post.language(), ""),
        properties.unrestThreshold(),
        scorer.clues(text, language, MOST_CLUES),
        places.consider(post.text(), language, PostAnalysis.hints(post)),
        times(post, text, language));
  }

  /** Does each step once more, by itself. */
  private Map<String, Long> times(Post post, PostText text, String language) {
    var times = new LinkedHashMap<String, Long>();
    time(Step.TEXT, () -> texts.read(post.text()), times);
    time(Step.LANGUAGE, () -> languages.detect(text.clean(), post.language()), times);
    time(Step.SCORING, () -> scorer.probability(text, language), times);
    time(
        Step.TIMING,
        () -> stages.read(texts.sentences(text, language), language, post.eventTime()),
        times);
    time(Step.PLACES, () -> places.find(post.text(), language, PostAnalysis.hints(post)), times);
    return times;
  }

  private static void time(Step step, Supplier<?> work, Map<String, Long> times) {
    long begun = System.nanoTime();
    Objects.requireNonNull(work.get());
    times.put(step.label(), TimeUnit.NANOSECONDS.toMicros(System.nanoTime() - begun));
  }
}

package org.groundswell.nlp.pipeline;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import org.groundswell.nlp.language.LanguageDetector;
import org.groundswell.nlp.pipeline.Outcome.DropReason;
import org.groundswell.nlp.pipeline.Outcome.Dropped;
import org.groundswell.nlp.pipeline.Outcome.Forwarded;
import org.groundswell.nlp.places.FoundPlace;
import org.groundswell.nlp.places.PlaceFinder;
import org.groundswell.nlp.places.PlaceHints;
import org.groundswell.nlp.scoring.UnrestScorer;
import org.groundswell.nlp.text.PostText;
import org.groundswell.nlp.text.TextReader;
import org.groundswell.nlp.timing.EventDate;
import org.groundswell.nlp.timing.Stage;
import org.groundswell.nlp.timing.StageReader;
import org.groundswell.nlp.timing.Timing;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Analyses one post: language, unrest, stage, place, in the order that lets most posts stop early.
 *
 * <p>The outcome follows from the post alone, so that any worker comes to the same one.
 * Thread-safe.
 */
@Component
public class PostAnalysis {

  private final PipelineProperties properties;
  private final TextReader texts;
  private final LanguageDetector languages;
  private final UnrestScorer scorer;
  private final StageReader stages;
  private final PlaceFinder places;
  private final StepTimes steps;

  PostAnalysis(
      PipelineProperties properties,
      TextReader texts,
      LanguageDetector languages,
      UnrestScorer scorer,
      StageReader stages,
      PlaceFinder places,
      StepTimes steps) {
    this.properties = properties;
    this.texts = texts;
    this.languages = languages;
    this.scorer = scorer;
    this.stages = stages;
    this.places = places;
    this.steps = steps;
  }

  /** Tells what a post comes to: {@link Forwarded} or {@link Dropped}. */
  public Outcome analyse(Post post) {
    PostText text = steps.time(Step.TEXT, () -> texts.read(post.text()));
    if (text.clean().isEmpty()) {
      return new Dropped(DropReason.EMPTY_TEXT, LanguageDetector.UNDETERMINED);
    }
    String language =
        steps.time(Step.LANGUAGE, () -> languages.detect(text.clean(), post.language()));
    if (!properties.languages().contains(language)) {
      return new Dropped(DropReason.UNSUPPORTED_LANGUAGE, language);
    }
    double probability = steps.time(Step.SCORING, () -> scorer.probability(text, language));
    if (probability < properties.unrestThreshold()) {
      return new Dropped(DropReason.NO_UNREST, language);
    }
    return locate(post, text, language, probability);
  }

  private Outcome locate(Post post, PostText text, String language, double probability) {
    Timing timing = steps.time(Step.TIMING, () -> timing(post, text, language));
    if (timing.stage() == Stage.PAST) {
      return new Dropped(DropReason.PAST, language);
    }
    List<FoundPlace> places = steps.time(Step.PLACES, () -> places(post, language));
    if (places.isEmpty()) {
      return new Dropped(DropReason.NO_PLACE, language);
    }
    var analysis = analysis(text, language, probability, timing, places);
    return new Forwarded(signals(places, new SignalMaker(post, analysis)));
  }

  /** Tells all that can be told of a post, also of one that {@link #analyse} drops early. */
  public Analysis examine(Post post) {
    PostText text = texts.read(post.text());
    String language = languages.detect(text.clean(), post.language());
    double probability = scorer.probability(text, language);
    return analysis(
        text, language, probability, timing(post, text, language), places(post, language));
  }

  private Timing timing(Post post, PostText text, String language) {
    return stages.read(texts.sentences(text, language), language, post.eventTime());
  }

  private List<FoundPlace> places(Post post, String language) {
    return places.find(post.text(), language, hints(post));
  }

  private Analysis analysis(
      PostText text, String language, double probability, Timing timing, List<FoundPlace> places) {
    return new Analysis(
        text,
        language,
        probability,
        scorer.eventType(text, language),
        timing.stage(),
        eventDate(timing, places),
        places,
        Signature.of(text.tokens()),
        scorer.modelVersion());
  }

  /** Days are told on the calendar of the first place, or of Greenwich where none is known. */
  private static @Nullable EventDate eventDate(Timing timing, List<FoundPlace> places) {
    String zone = places.isEmpty() ? "UTC" : places.getFirst().zone();
    return timing.dateIn(ZoneId.of(zone)).orElse(null);
  }

  static PlaceHints hints(Post post) {
    var coordinates = post.coordinates();
    return new PlaceHints(
        coordinates == null ? null : coordinates.lat(),
        coordinates == null ? null : coordinates.lon(),
        post.place(),
        post.profileLocation());
  }

  /** Gives each scope and place its signal once, from the best place within it. */
  private static List<Signal> signals(List<FoundPlace> found, SignalMaker signals) {
    record Counted(Scope scope, long geonameId) {}
    var counted = new HashSet<Counted>();
    var made = new ArrayList<Signal>();
    for (int i = 0; i < found.size(); i++) {
      for (Signal signal : signals.of(found.get(i), i + 1)) {
        if (counted.add(new Counted(signal.scope(), signal.scopeId()))) {
          made.add(signal);
        }
      }
    }
    return made;
  }
}

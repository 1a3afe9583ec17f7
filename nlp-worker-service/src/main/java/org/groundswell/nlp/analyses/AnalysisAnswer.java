package org.groundswell.nlp.analyses;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.groundswell.nlp.pipeline.Analysis;
import org.groundswell.nlp.pipeline.Examination;
import org.groundswell.nlp.pipeline.Explanation;
import org.groundswell.nlp.pipeline.Outcome;
import org.groundswell.nlp.pipeline.Outcome.Dropped;
import org.groundswell.nlp.pipeline.Outcome.Forwarded;
import org.groundswell.nlp.pipeline.Outcome.Rejected;
import org.groundswell.nlp.places.FoundPlace;
import org.groundswell.nlp.places.How;
import org.groundswell.nlp.places.Level;
import org.groundswell.nlp.places.Region;
import org.groundswell.nlp.scoring.EventType;
import org.groundswell.nlp.timing.EventDate;
import org.groundswell.nlp.timing.Stage;
import org.jspecify.annotations.Nullable;

/**
 * What the pipeline makes of one text.
 *
 * @param id the caller's own, null when none was given
 * @param eventDate day named for the event, on the calendar of the first place
 * @param eventTime hour named with it, on the clocks there
 * @param places those that make signals, ranked, then the others that the text names
 * @param outcome what a worker would do with the post
 * @param explanation null unless it was asked for
 */
@JsonInclude(Include.ALWAYS)
record AnalysisAnswer(
    @JsonInclude(Include.NON_NULL) @Nullable String id,
    String language,
    Unrest unrest,
    Stage stage,
    @Nullable LocalDate eventDate,
    @Nullable LocalTime eventTime,
    List<Place> places,
    String signature,
    String modelVersion,
    Verdict outcome,
    @JsonInclude(Include.NON_NULL) @Nullable Explanation explanation) {

  /**
   * Is it unrest, and of which kind.
   *
   * @param probability calibrated, in [0, 1]
   * @param type a name of {@link EventType}, {@code NONE} where the probability is under one half
   * @param likeliestType the kind that it would be
   */
  record Unrest(double probability, String type, EventType likeliestType) {}

  /**
   * A place, as signals have it.
   *
   * @param country ISO 3166-1 alpha-2
   * @param start UTF-16 offset of the name in the text, null when it is not from the text
   * @param rank 1 for the place that the post is most about; null for a place that makes no signal
   */
  record Place(
      String name,
      long geonameId,
      String country,
      String countryName,
      @Nullable String admin1,
      double lat,
      double lon,
      Level precision,
      double confidence,
      How how,
      @Nullable Integer start,
      @Nullable Integer end,
      String timeZone,
      @Nullable Integer rank) {

    static Place of(FoundPlace found, @Nullable Integer rank) {
      Region admin1 = found.admin1();
      boolean inText = found.start() >= 0;
      return new Place(
          found.name(),
          found.geonameId(),
          found.country().code(),
          found.country().name(),
          admin1 == null ? null : admin1.name(),
          found.lat(),
          found.lon(),
          found.level(),
          found.confidence(),
          found.how(),
          inText ? found.start() : null,
          inText ? found.end() : null,
          found.zone(),
          rank);
    }
  }

  /**
   * What becomes of the post.
   *
   * @param result {@code forwarded} or {@code dropped}
   * @param reason {@code none} when it is forwarded
   */
  record Verdict(String result, String reason) {

    static Verdict of(Outcome outcome) {
      return switch (outcome) {
        case Forwarded _ -> new Verdict("forwarded", "none");
        case Dropped(var reason, _) ->
            new Verdict("dropped", reason.name().toLowerCase(Locale.ROOT));
        case Rejected(var reason, _) ->
            new Verdict("rejected", reason.name().toLowerCase(Locale.ROOT));
      };
    }
  }

  static AnalysisAnswer of(@Nullable String id, Examination examined) {
    Analysis analysis = examined.analysis();
    EventDate date = analysis.eventDate();
    return new AnalysisAnswer(
        id,
        analysis.language(),
        unrest(examined),
        analysis.stage(),
        date == null ? null : date.date(),
        date == null ? null : date.time(),
        places(examined),
        analysis.signature(),
        analysis.modelVersion(),
        Verdict.of(examined.outcome()),
        examined.explanation());
  }

  private static Unrest unrest(Examination examined) {
    Analysis analysis = examined.analysis();
    EventType type = analysis.eventType();
    String shown = examined.isUnrest() ? type.name() : "NONE";
    return new Unrest(analysis.probability(), shown, type);
  }

  private static List<Place> places(Examination examined) {
    List<FoundPlace> ranked = examined.analysis().places();
    var places = new ArrayList<Place>();
    for (int i = 0; i < ranked.size(); i++) {
      places.add(Place.of(ranked.get(i), i + 1));
    }
    examined.named().stream()
        .filter(named -> ranked.stream().noneMatch(place -> isSameName(place, named)))
        .forEach(named -> places.add(Place.of(named, null)));
    return places;
  }

  private static boolean isSameName(FoundPlace place, FoundPlace named) {
    return place.start() == named.start() && place.end() == named.end();
  }
}

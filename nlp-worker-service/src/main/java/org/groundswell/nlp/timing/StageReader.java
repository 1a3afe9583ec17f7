package org.groundswell.nlp.timing;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/**
 * Tells by the words for times in which stage of an event a post was written, and which day it
 * names for it. Thread-safe.
 *
 * <p>Each sentence speaks for itself, and the nearest to now speaks for the post: a sentence on
 * what happens today outweighs one on what is to come, that one what goes on or went by of late,
 * and these a look back. Within a sentence a coming day outweighs all but what happens at this
 * moment. A post that names no time is taken to speak of its own.
 *
 * <p>The stage does not depend on the place, which is not known yet: days are compared on the
 * calendar of UTC, and an invitation to an hour of today is a plan even where that hour has gone
 * by.
 */
@Component
public class StageReader {

  private final Map<String, TimeWords> byLanguage = TimeWords.byLanguage();

  /**
   * Reads the timing.
   *
   * @param sentences of the post, in order
   * @param language ISO 639-1; in a language without time words every post is {@link Stage#ONGOING}
   *     and names no day
   * @param written when the post was written; what it says of "tomorrow" is meant from there
   */
  public Timing read(List<String> sentences, String language, Instant written) {
    TimeWords words = byLanguage.get(language);
    if (words == null) {
      return new Timing(Stage.ONGOING, written, List.of());
    }
    LocalDate today = LocalDate.ofInstant(written, ZoneOffset.UTC);
    List<Clues> clues = sentences.stream().map(said -> Clues.of(said, words)).toList();
    return timing(tensed(clues, today), written);
  }

  private record Tensed(Clues clues, Tense tense) {}

  private static List<Tensed> tensed(List<Clues> sentences, LocalDate today) {
    boolean called = sentences.stream().anyMatch(said -> said.cues().contains(Cue.CALL));
    return sentences.stream().map(said -> new Tensed(said, said.tense(today, called))).toList();
  }

  private static Timing timing(List<Tensed> sentences, Instant written) {
    Tense nearest =
        sentences.stream().map(Tensed::tense).min(Comparator.naturalOrder()).orElse(Tense.NONE);
    Stream<Clues> dated =
        sentences.stream()
            .filter(said -> said.clues().namesTime())
            .sorted(Comparator.comparing((Tensed said) -> said.tense() != nearest))
            .map(Tensed::clues);
    return new Timing(nearest.stage(), written, dated.toList());
  }
}

package org.groundswell.nlp.pipeline;

import java.util.List;
import java.util.Map;
import org.groundswell.nlp.places.ConsideredPlace;
import org.groundswell.nlp.scoring.Clue;

/**
 * Each step of the analysis of one post.
 *
 * @param clean the text that was read, without links, accounts and entities
 * @param tokens words, hashtags and emoji, folded
 * @param sentences what the timing was read from
 * @param repost whether the text says that it repeats another
 * @param languageHint what the source said, if anything
 * @param unrestThreshold least probability that counts as unrest
 * @param clues what speaks most for and against unrest, the strongest first
 * @param consideredPlaces all names that might be places, also those refused, and why
 * @param microseconds time that each step took, by its name
 */
public record Explanation(
    String clean,
    List<String> tokens,
    List<String> sentences,
    boolean repost,
    String languageHint,
    double unrestThreshold,
    List<Clue> clues,
    List<ConsideredPlace> consideredPlaces,
    Map<String, Long> microseconds) {

  /** Copies the collections. */
  public Explanation {
    tokens = List.copyOf(tokens);
    sentences = List.copyOf(sentences);
    clues = List.copyOf(clues);
    consideredPlaces = List.copyOf(consideredPlaces);
  }
}

package org.groundswell.nlp.scoring;

import static org.assertj.core.api.Assertions.assertThat;

import org.groundswell.nlp.text.TextReader;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

/** Sentences that are not in the corpus and where a word list would go wrong. */
class UnrestScorerTests {

  private static final TextReader READER = new TextReader();
  private static final UnrestScorer SCORER = new ScoringConfiguration().unrestScorer();

  @ParameterizedTest(name = "{0}: {2}")
  @CsvFileSource(resources = "/scoring/hard-sentences.tsv", delimiter = '\t')
  void fallsOnTheRightSide(String language, boolean unrest, String text) {
    double probability = SCORER.probability(READER.read(text), language);

    assertThat(probability >= UnrestScorer.EVEN_ODDS).as("%.3f", probability).isEqualTo(unrest);
  }
}

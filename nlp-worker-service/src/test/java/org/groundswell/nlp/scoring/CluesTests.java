package org.groundswell.nlp.scoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Comparator;
import java.util.List;
import org.groundswell.nlp.text.PostText;
import org.groundswell.nlp.text.TextReader;
import org.junit.jupiter.api.Test;

/** What is told of why a post was judged as it was. */
class CluesTests {

  private static final TextReader READER = new TextReader();
  private static final ScoringModel MODEL = ScoringModel.load();
  private static final UnrestScorer SCORER = new UnrestScorer(MODEL);

  @Test
  void addUpToTheLogOddsOfThePost() {
    PostText text = READER.read("Police fired tear gas at the teachers' march #NoMore ✊");

    double sum = MODEL.clues(text.tokens(), "en").mapToDouble(Clue::logOdds).sum();

    assertThat(sum)
        .isCloseTo(
            ScoringModel.logOdds(MODEL.unrest(), FeatureSet.of(text.tokens()), "en"), within(1e-6));
  }

  @Test
  void comeStrongestFirst() {
    List<Clue> clues = SCORER.clues(READER.read("Police fired tear gas at the march"), "en", 5);

    assertThat(clues)
        .hasSize(5)
        .isSortedAccordingTo(Comparator.comparingDouble(clue -> -Math.abs(clue.logOdds())))
        .noneMatch(clue -> clue.logOdds() == 0);
  }

  @Test
  void nameWhatIsInThePost() {
    List<Clue> clues = SCORER.clues(READER.read("Die Polizei setzt Tränengas ein"), "de", 100);

    assertThat(clues).extracting(Clue::text).contains("polize", "tranen").doesNotContain("");
  }

  @Test
  void sayForAndAgainst() {
    PostText text = READER.read("Police fired tear gas at protesters, then we watched a movie");

    assertThat(SCORER.clues(text, "en", 1_000))
        .anyMatch(clue -> clue.logOdds() > 0)
        .anyMatch(clue -> clue.logOdds() < 0);
  }

  @Test
  void areFewWhereNothingIsKnown() {
    assertThat(SCORER.clues(READER.read("Zzxqv qxzvw"), "en", 100))
        .extracting(Clue::text)
        .containsOnly("*");
  }
}

package org.groundswell.sample.grammar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.groundswell.sample.chance.Dice;
import org.groundswell.sample.surge.Surge;
import org.groundswell.sample.surge.Surges;
import org.junit.jupiter.api.Test;

class GrammarTests {

  private static final Surroundings NOWHERE = (slot, _) -> Map.of("town", "Riga").get(slot);

  @Test
  void fillsSlotsChoicesAndNumbers() {
    Grammar grammar =
        grammar(
            "[post]", "{^who} ate <one|two> {food}s at {#7-7}", "[who]", "gran", "[food]", "bun");

    assertThat(write(grammar)).containsOnly("Gran ate one buns at 7", "Gran ate two buns at 7");
  }

  @Test
  void letsAChoiceBeEmptyAndTidiesTheSpaces() {
    assertThat(write(grammar("[post]", "so <very|> {end}", "[end]", ". {town}", "-")))
        .containsOnly("so very. Riga", "so. Riga", "so very", "so");
  }

  @Test
  void asksTheBaseForRulesItLacks() {
    Grammar base = Grammar.parse("base", List.of("[post]", "{word}"), null);
    Grammar top = Grammar.parse("top", List.of("[word]", "yes"), base);

    assertThat(write(top)).containsOnly("yes");
  }

  @Test
  void namesTheRuleThatNobodyKnows() {
    assertThatIllegalStateException()
        .isThrownBy(() -> write(grammar("[post]", "{nothing}")))
        .withMessageContaining("nothing");
  }

  @Test
  void refusesARuleThatNeverEnds() {
    assertThatIllegalStateException()
        .isThrownBy(() -> write(grammar("[post]", "{post}")))
        .withMessageContaining("never ends");
  }

  @Test
  void refusesUnclosedBrackets() {
    assertThatIllegalArgumentException().isThrownBy(() -> grammar("[post]", "a <b|c"));
    assertThatIllegalArgumentException().isThrownBy(() -> grammar("[post]", "a {b"));
  }

  @Test
  void hasNoSlotInTheShippedFilesThatNobodyFills() {
    Grammars grammars = new Grammars();
    Stream<Grammar> chatter =
        Stream.of("en", "es", "ru", "pt", "fr", "de", "tr").map(grammars::chatter);
    Stream<Grammar> surges = Surges.load().stream().flatMap(surge -> tellings(grammars, surge));

    assertThat(Stream.concat(chatter, surges))
        .allSatisfy(grammar ->
            assertThat(grammar.missingRules())
                .isSubsetOf("town", "hometown", "intown", "towntag", "country", "mention", "link"));
  }

  @Test
  void tellsOfEverySurgeInItsOwnLanguage() {
    Grammars grammars = new Grammars();

    assertThat(Surges.load())
        .allSatisfy(surge ->
            assertThat(grammars.surge(surge.id(), surge.language()).rules())
                .contains("frame", "news", "opinion"));
  }

  private static Stream<Grammar> tellings(Grammars grammars, Surge surge) {
    return Stream.concat(Stream.of(surge.language()), surge.foreign().keySet().stream())
        .map(language -> grammars.surge(surge.id(), language));
  }

  private static Grammar grammar(String... lines) {
    return Grammar.parse("test", List.of(lines), null);
  }

  private static List<String> write(Grammar grammar) {
    Dice dice = new Dice(1);
    return IntStream.range(0, 60).mapToObj(_ -> grammar.write("post", NOWHERE, dice)).toList();
  }
}

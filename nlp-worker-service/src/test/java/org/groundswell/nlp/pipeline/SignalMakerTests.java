package org.groundswell.nlp.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.groundswell.nlp.places.FoundPlace;
import org.groundswell.nlp.scoring.EventType;
import org.groundswell.nlp.text.PostText;
import org.groundswell.nlp.text.TextReader;
import org.groundswell.nlp.timing.EventDate;
import org.groundswell.nlp.timing.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.json.JsonMapper;

class SignalMakerTests {

  private static final Path SCHEMA = Path.of("contracts/groundswell.signals/schema.json");

  private final TextReader texts = new TextReader();

  @Test
  void countsATownAtThreeLevels() {
    assertThat(signals(Posts.saying("Anything"), Found.CARACAS))
        .extracting(Signal::scope, Signal::scopeId)
        .containsExactly(
            tuple(Scope.TOWN, 3646738L),
            tuple(Scope.ADMIN1, 3640847L),
            tuple(Scope.COUNTRY, 3625428L));
  }

  @Test
  void countsADivisionAtTwoLevels() {
    assertThat(signals(Posts.saying("Anything"), Found.DISTRICT))
        .extracting(Signal::scope)
        .containsExactly(Scope.ADMIN1, Scope.COUNTRY);
  }

  @Test
  void countsACountryOnce() {
    assertThat(signals(Posts.saying("Anything"), Found.COUNTRY))
        .extracting(Signal::scope)
        .containsExactly(Scope.COUNTRY);
  }

  @Test
  void marksReposts() {
    assertThat(signals(Posts.saying("RT @a: Anything"), Found.COUNTRY).getFirst().repost())
        .isTrue();
    assertThat(signals(Posts.saying("Anything"), Found.COUNTRY).getFirst().repost()).isFalse();
  }

  @Test
  void tellsThatAPlaceIsNamedBesideTheOneThePostIsAbout() {
    Post post = Posts.saying("Anything");

    assertThat(signals(post, Found.CARACAS, 1)).extracting(Signal::mention).containsOnlyNulls();
    assertThat(signals(post, Found.ANTIMANO, 2))
        .allSatisfy(this::assertValid)
        .extracting(Signal::mention)
        .containsOnly(2);
  }

  @Test
  void writesWhatTheContractAllows() throws IOException {
    var posts = List.of(Posts.saying("Anything @you"), Posts.withoutAuthor("2"));
    for (Post post : posts) {
      for (FoundPlace place : List.of(Found.CARACAS, Found.DISTRICT, Found.COUNTRY)) {
        signals(post, place).forEach(this::assertValid);
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  void writesEveryEventTypeOfTheContract(EventType type) {
    var post = Posts.saying("Anything");
    maker(post, type, Stage.PLANNED).of(Found.CARACAS, 1).forEach(this::assertValid);
  }

  private List<Signal> signals(Post post, FoundPlace place) {
    return signals(post, place, 1);
  }

  private List<Signal> signals(Post post, FoundPlace place, int mention) {
    return maker(post, EventType.STRIKE, Stage.ONGOING).of(place, mention);
  }

  private SignalMaker maker(Post post, EventType type, Stage stage) {
    var date = stage == Stage.PLANNED ? new EventDate(LocalDate.of(2026, 6, 4), null) : null;
    PostText text = texts.read(post.text());
    return new SignalMaker(
        post,
        new Analysis(
            text,
            "en",
            0.9,
            type,
            stage,
            date,
            List.of(),
            Signature.of(text.tokens()),
            "2026.12-1"));
  }

  private void assertValid(Signal signal) {
    assertThat(schema().validate(new JsonMapper().writeValueAsString(signal), InputFormat.JSON))
        .isEmpty();
  }

  private static Schema schema() {
    try {
      return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
          .getSchema(Files.readString(SCHEMA));
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}

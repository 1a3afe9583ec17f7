package org.groundswell.collector.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PostCheckTests {

  @ParameterizedTest
  @CsvSource({"en,en", "pt-BR,pt", "EN_us,en", "iw,he", "in,id", "ckb,ckb"})
  void keepsThePrimarySubtagInTodaysForm(String hint, String language) {
    assertThat(PostCheck.language(hint)).isEqualTo(language);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "und", "zxx", "qme", "english", "e", "x-klingon", "🙂"})
  void leavesOutHintsThatNameNoLanguage(String hint) {
    assertThat(PostCheck.language(hint)).isNull();
  }

  @Test
  void refusesWhatTheSchemaDoesNotAllow() {
    assertThat(field(post("Bad Source", "1", "x"))).isEqualTo("source");
    assertThat(field(post("push", " ", "x"))).isEqualTo("id");
    assertThat(field(post("push", "x".repeat(201), "x"))).isEqualTo("id");
    assertThat(field(post("push", "1", "🙂".repeat(10_001)))).isEqualTo("text");
    assertThat(PostCheck.complaint(post("push", "1", "🙂".repeat(10_000)).build())).isNull();
  }

  @Test
  void refusesPointsThatAreNotOnEarth() {
    assertThat(field(post("push", "1", "x").coordinates(new Coordinates(90.1, 0))))
        .isEqualTo("lat");
    assertThat(field(post("push", "1", "x").coordinates(new Coordinates(0, Double.NaN))))
        .isEqualTo("lon");
  }

  @Test
  void cutsLongPlacesBetweenCharacters() {
    assertThat(PostCheck.place("🙂".repeat(301))).isEqualTo("🙂".repeat(300));
    assertThat(PostCheck.place(" ")).isNull();
  }

  private static String field(RawPost.Builder post) {
    return PostCheck.complaint(post.build()).field();
  }

  private static RawPost.Builder post(String source, String id, String text) {
    return RawPost.of(source, id, Instant.EPOCH, text);
  }
}

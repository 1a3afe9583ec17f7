package org.groundswell.collector.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import org.groundswell.collector.intake.Rejection.Reason;
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
  void refusesIdsThatNoKeyCanHave() {
    assertThat(field(post("push", "a\0b", "x"))).isEqualTo("id");
    assertThat(field(post("push", "🙂".repeat(101), "x"))).isEqualTo("id");
    assertThat(PostCheck.complaint(post("push", "🙂".repeat(100), "x").build())).isNull();
    assertThat(PostCheck.keyComplaint("replay", "x".repeat(1 << 20))).isNotNull();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"javascript:alert(1)", "ftp://a.org/", "https://a b", "https://", "a.org"})
  void leavesOutLinksThatNobodyShouldFollow(String url) {
    assertThat(PostCheck.url(url)).isNull();
  }

  @Test
  void leavesOutALinkThatIsTooLong() {
    assertThat(PostCheck.url("https://" + "x".repeat(1_992))).isNotNull();
    assertThat(PostCheck.url("https://" + "x".repeat(1_993))).isNull();
  }

  @Test
  void keepsFiftyItemsThatAreNotTooLong() {
    var items = new ArrayList<>(Collections.nCopies(60, "x".repeat(300)));
    items.addFirst("x".repeat(301));

    assertThat(PostCheck.items(items)).hasSize(50).containsOnly("x".repeat(300));
  }

  @Test
  void refusesARecordThatIsTooLargeAsAWhole() {
    assertThat(PostCheck.complaint(new byte[256 * 1024])).isNull();
    assertThat(PostCheck.complaint(new byte[256 * 1024 + 1]).reason()).isEqualTo(Reason.TOO_LONG);
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

package org.groundswell.alerts.detection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Instant;
import java.util.Map;
import java.util.Random;
import org.groundswell.alerts.Sent;
import org.groundswell.alerts.signals.EventType;
import org.groundswell.alerts.signals.KindGroup;
import org.groundswell.alerts.signals.Signal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class VoicesTests {

  private static final long MINUTE = 29_000_000;

  private final Voices voices = Voices.none();

  @Test
  void countsAVoiceOnceInAWindow() {
    hear("a", MINUTE);
    hear("b", MINUTE);
    hear("a", MINUTE + 5);

    assertThat(voices.since(MINUTE)).isEqualTo(2);
    assertThat(voices.since(MINUTE + 1)).isOne();
  }

  @Test
  void tellsKindsApart() {
    voices.hear(said("a", EventType.STRIKE, null), MINUTE, MINUTE);
    voices.hear(said("b", EventType.LOOTING, null), MINUTE, MINUTE);
    voices.hear(said("c", EventType.MOB_VIOLENCE, null), MINUTE, MINUTE);

    Voices.Counts counts = voices.inWindows(MINUTE, Map.of());

    assertThat(counts.of(KindGroup.STRIKE)[0]).isEqualTo(1);
    assertThat(counts.of(KindGroup.VIOLENCE)[0]).isEqualTo(2);
    assertThat(counts.of(KindGroup.PROTEST)[0]).isZero();
    assertThat(counts.all()[0]).isEqualTo(3);
  }

  @Test
  void letsThreePeopleHaveTheSameWordsAndNoFourth() {
    for (int i = 0; i < 50; i++) {
      // Nearly the same: one bit apart.
      String signature = i % 2 == 0 ? "8a6f01d3c47be952" : "8a6f01d3c47be953";
      voices.hear(said("copy" + i, EventType.STRIKE, signature), MINUTE + i, MINUTE);
    }

    assertThat(voices.since(MINUTE)).isEqualTo(3);
  }

  @Test
  void countsWhoHasOtherWords() {
    var random = new Random(1);
    for (int i = 0; i < 50; i++) {
      voices.hear(
          said("v" + i, EventType.STRIKE, "%016x".formatted(random.nextLong())), MINUTE, MINUTE);
    }

    assertThat(voices.since(MINUTE)).isEqualTo(50);
  }

  @Test
  void countsCuratedSourcesMoreWhereVoicesMustBeIndependent() {
    hear("a", MINUTE);
    hear("b", MINUTE);

    Voices.Counts counts = voices.inWindows(MINUTE, Map.of("push", 2));

    assertThat(counts.independent(Window.HOUR)).isEqualTo(4);
    assertThat(counts.all()[Window.HOUR.position()]).isEqualTo(2);
  }

  @ParameterizedTest
  @ValueSource(ints = {500, 2_000, 20_000})
  void staysSmallAndExactInTheLastHourAndNearlyRightInTheDay(int aDay) {
    for (int i = 0; i < aDay; i++) {
      hear("v" + i, MINUTE + i * 1380L / aDay);
    }
    long last = MINUTE + 1380;

    assertThat(voices.size()).isLessThanOrEqualTo(Voices.MOST);
    assertThat((double) voices.since(MINUTE)).isCloseTo(aDay, within(aDay * 0.12));
    long inHour = aDay * 60L / 1380;
    assertThat(voices.since(last - 60)).isBetween(inHour - 2, inHour + 2);
  }

  @Test
  void staysSmallWhenAnHourAloneHasTooMany() {
    for (int i = 0; i < 20_000; i++) {
      hear("v" + i, MINUTE + i / 1_000);
    }

    assertThat(voices.size()).isLessThanOrEqualTo(Voices.MOST);
    assertThat((double) voices.since(MINUTE)).isCloseTo(20_000, within(2_500.0));
  }

  @Test
  void isTheSameAfterItWasStored() {
    for (int i = 0; i < 3_000; i++) {
      voices.hear(
          said("v" + i, EventType.values()[i % 11], "%016x".formatted(i * 7_777_777L)),
          MINUTE + i / 4,
          MINUTE);
    }

    Voices stored = Voices.unpack(voices.pack());

    assertThat(stored.pack()).isEqualTo(voices.pack());
    assertThat(stored.tally(MINUTE)).isEqualTo(voices.tally(MINUTE));
    assertThat(stored.since(MINUTE + 100)).isEqualTo(voices.since(MINUTE + 100));
  }

  @Test
  void forgetsWhoWasHeardBefore() {
    hear("a", MINUTE);
    hear("b", MINUTE + 10);

    voices.forgetBefore(MINUTE + 5);

    assertThat(voices.size()).isOne();
    assertThat(voices.firstSince(0)).isEqualTo(MINUTE + 10);
  }

  private void hear(String voice, long minute) {
    voices.hear(said(voice, EventType.PEACEFUL_PROTEST, null), minute, minute);
  }

  private static Signal said(String voice, EventType type, String signature) {
    return Sent.only(Sent.LAGOS, voice, Instant.EPOCH, type, signature);
  }
}

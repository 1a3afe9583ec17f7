package org.groundswell.nlp.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.groundswell.nlp.intake.Json.START;

import java.util.Collections;
import java.util.List;
import org.groundswell.nlp.intake.Coverage.Run;
import org.junit.jupiter.api.Test;

class BatchWatermarksTests {

  private static final Run ONE = new Run("push", START, List.of(1));
  private static final Run TWO = new Run("push", START, List.of(2));

  private final BatchWatermarks watermarks = new BatchWatermarks();

  @Test
  void keepsTheLastClockOfEachPartition() {
    add(0, 1);
    add(1, 1);
    add(0, 2);

    assertThat(watermarks.all())
        .extracting(Watermark::partition, watermark -> watermark.time().getEpochSecond())
        .containsExactly(
            tuple(0, START.getEpochSecond() + 2), tuple(1, START.getEpochSecond() + 1));
  }

  @Test
  void putsTogetherWhatTheClocksTell() {
    add(0, 1, ONE);
    add(0, 2);
    add(0, 3, TWO);

    assertThat(watermarks.all())
        .singleElement()
        .satisfies(watermark -> assertThat(watermark.coverage()).containsExactly(ONE, TWO))
        .satisfies(watermark -> assertThat(watermark.sources()).containsExactly("push"));
  }

  @Test
  void tellsNothingWhereTheClocksTellNothing() {
    watermarks.add(new CollectorClock("c", 1, 2, START, null, Coverage.NONE));
    watermarks.add(new CollectorClock("c", 1, 2, START.plusSeconds(1), null, Coverage.NONE));

    assertThat(watermarks.all())
        .singleElement()
        .satisfies(watermark -> assertThat(watermark.coverage()).isNull())
        .satisfies(watermark -> assertThat(watermark.sources()).isNull());
  }

  @Test
  void leavesAStreamThatBeginsAnewApart() {
    add(0, 100, ONE);
    add(0, 1);
    add(0, 101, TWO);

    assertThat(watermarks.all())
        .extracting(Watermark::coverage)
        .containsExactly(List.of(ONE), List.of(TWO));
    assertThat(watermarks.all().getLast().time()).isEqualTo(START.plusSeconds(101));
  }

  @Test
  void leavesApartWhatIsTooMuchForOneRecord() {
    var many = new Run("push", START, Collections.nCopies(6_000, 1));
    add(0, 1, many);
    add(0, 2, many);
    add(0, 3, ONE);

    assertThat(watermarks.all())
        .extracting(Watermark::coverage)
        .containsExactly(List.of(many), List.of(many, ONE));
  }

  private void add(int partition, int second, Run... runs) {
    var coverage = new Coverage(List.of("push"), runs.length == 0 ? null : List.of(runs));
    watermarks.add(
        new CollectorClock("c", partition, 2, START.plusSeconds(second), START, coverage));
  }
}

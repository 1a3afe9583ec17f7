package org.groundswell.collector.replay;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.groundswell.collector.intake.Rejection.Reason;
import org.junit.jupiter.api.Test;

class RecordReaderTests {

  @Test
  void passesOverMarksLineEndsAndBlankLines() throws IOException {
    assertThat(texts("\uFEFFone\r\n\r\n  \ntwo\n\nthree", null))
        .containsExactly("1:one", "4:two", "6:three");
  }

  @Test
  void knowsWhereEachRecordIs() throws IOException {
    assertThat(frames("one\r\ntwo\n", null)).extracting(Frame::offset).containsExactly(0L, 5L);
  }

  @Test
  void refusesALineBeyondTheLimitAndGoesOn() throws IOException {
    String text = "one\n" + "x".repeat(3 * RecordReader.MAX_LENGTH) + "\nthree\n";

    List<Frame> frames = frames(text, null);

    assertThat(frames).extracting(Frame::line).containsExactly(1, 2, 3);
    assertThat(frames.get(1).refusal().reason()).isEqualTo(Reason.TOO_LONG);
    assertThat(new String(frames.get(2).bytes(), StandardCharsets.UTF_8)).isEqualTo("three");
  }

  @Test
  void takesALineOfExactlyTheLimit() throws IOException {
    List<Frame> frames = frames("x".repeat(RecordReader.MAX_LENGTH) + "\r\ny", null);

    assertThat(frames).extracting(frame -> frame.bytes().length).containsExactly(1 << 20, 1);
  }

  @Test
  void keepsQuotedLineEndsInTheirRow() throws IOException {
    assertThat(texts("a,\"b\n\"\"c\"\" \nd\",e\nf,g\n", ','))
        .containsExactly("1:a,\"b\n\"\"c\"\" \nd\",e", "4:f,g");
  }

  @Test
  void takesAQuoteInsideAnUnquotedCellForAnyCharacter() throws IOException {
    assertThat(texts("a,5\" tall\nb,c\n", ',')).containsExactly("1:a,5\" tall", "2:b,c");
  }

  @Test
  void losesOnlyTheRowWhoseQuoteIsNotClosed() throws IOException {
    List<Frame> frames = frames("a,\"b\nc,d\ne,f", ',');

    assertThat(frames).extracting(Frame::line).containsExactly(1, 2, 3);
    assertThat(frames.getFirst().refusal().reason()).isEqualTo(Reason.MALFORMED);
    assertThat(frames.subList(1, 3)).allMatch(frame -> frame.refusal() == null);
  }

  @Test
  void cutsAsTheStraightforwardWayDoes() throws IOException {
    var random = new Random(11);
    for (int round = 0; round < 50; round++) {
      var text = new StringBuilder();
      for (int i = 0; i < random.nextInt(400); i++) {
        text.append("z".repeat(random.nextInt(2_000))).append(random.nextBoolean() ? "\n" : "\r\n");
      }
      List<String> expected =
          Arrays.stream(text.toString().split("\r?\n")).filter(line -> !line.isEmpty()).toList();

      assertThat(frames(text.toString(), null))
          .extracting(frame -> new String(frame.bytes(), StandardCharsets.UTF_8))
          .isEqualTo(expected);
    }
  }

  private static List<String> texts(String text, Character separator) throws IOException {
    return frames(text, separator).stream()
        .map(frame -> frame.line() + ":" + new String(frame.bytes(), StandardCharsets.UTF_8))
        .toList();
  }

  private static List<Frame> frames(String text, Character separator) throws IOException {
    List<Frame> frames = new ArrayList<>();
    var bytes = new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    try (var records = new RecordReader(bytes, separator)) {
      for (Frame frame = records.next(); frame != null; frame = records.next()) {
        frames.add(frame);
      }
    }
    return frames;
  }
}

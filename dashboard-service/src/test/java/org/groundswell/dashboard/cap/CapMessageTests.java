package org.groundswell.dashboard.cap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.groundswell.dashboard.Alerts;
import org.groundswell.dashboard.alerts.Alert;
import org.groundswell.dashboard.alerts.EventType;
import org.groundswell.dashboard.alerts.Revision;
import org.groundswell.dashboard.alerts.RevisionArchive.Earlier;
import org.groundswell.dashboard.cap.CapProperties.Status;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.node.ObjectNode;

class CapMessageTests {

  private static final Instant SENT = Instant.parse("2026-06-03T15:10:02.417Z");
  private static final CapProperties SENDER =
      new CapProperties(
          "alerts@example.org",
          "Night desk",
          Status.EXERCISE,
          URI.create("https://alerts.example.org/"),
          Duration.ofHours(24));

  private record Before(int getRevision, Instant getPublished) implements Earlier {}

  static List<String> samples() {
    return Alerts.samples().stream()
        .map(Path::getFileName)
        .map(name -> name.toString().replace(".json", ""))
        .toList();
  }

  @ParameterizedTest
  @MethodSource("samples")
  void isValidForEverySample(String sample) throws IOException {
    CapReader message = read(sample, _ -> {}, 2);

    assertThat(message.text("sender")).isEqualTo("alerts@example.org");
    assertThat(message.text("status")).isEqualTo("Exercise");
    assertThat(message.text("sent")).isEqualTo("2026-06-03T15:10:02-00:00");
  }

  @Test
  void tellsWhatIsKnownAndThatItIsUnverified() throws IOException {
    CapReader message = read("open", _ -> {}, 2);

    assertThat(message.text("identifier")).isEqualTo("5d3c1f0a9b8e7d6c5d3c1f0a9b8e7d6c.3");
    assertThat(message.text("event")).isEqualTo("Protest with intervention");
    assertThat(message.text("category")).isEqualTo("Security");
    assertThat(message.text("severity")).isEqualTo("Moderate");
    assertThat(message.text("urgency")).isEqualTo("Immediate");
    assertThat(message.text("certainty")).isEqualTo("Likely");
    assertThat(message.text("onset")).isEqualTo("2026-06-03T13:51:02-00:00");
    assertThat(message.text("expires")).isEqualTo("2026-06-04T15:10:02-00:00");
    assertThat(message.text("description"))
        .startsWith("Unverified")
        .contains("38 people posted about it within 1 hour; 0.7 were to be expected");
    assertThat(message.text("web"))
        .isEqualTo("https://alerts.example.org/#alert=5d3c1f0a9b8e7d6c5d3c1f0a9b8e7d6c");
    assertThat(message.text("areaDesc")).isEqualTo("Caracas, Distrito Capital, Venezuela");
    assertThat(message.text("circle")).isEqualTo("10.48801,-66.87919 10");
    assertThat(message.texts("valueName")).contains("authors", "posts", "probability", "GeoNames");
    assertThat(message.texts("value")).contains("41", "57", "3.1E-15", "3646738");
  }

  @Test
  void quotesNothingThatPeoplePosted() {
    byte[] message =
        CapMessage.of(SENDER, new Revision(SENT, Alerts.sample("open", _ -> {})), List.of());

    assertThat(new String(message, StandardCharsets.UTF_8))
        .doesNotContain("Avenida", "bsky.app", "0f3a9c5b7d1e2468");
  }

  @ParameterizedTest
  @CsvSource({
    "open,      0, Alert,  Immediate",
    "open,      2, Update, Immediate",
    "closed,    2, Update, Past",
    "planned,   2, Update, Past",
    "remarked,  2, Update, Immediate",
    "dismissed, 2, Cancel, Past",
    "dismissed, 0, Cancel, Past",
    "merged,    2, Cancel, Past",
  })
  void isWhatTheRevisionMeans(String sample, int before, String type, String urgency)
      throws IOException {
    CapReader message = read(sample, _ -> {}, before);

    assertThat(message.text("msgType")).isEqualTo(type);
    assertThat(message.text("urgency")).isEqualTo(urgency);
    assertThat(message.texts("note")).hasSize(type.equals("Cancel") ? 1 : 0);
  }

  @Test
  void saysWhyItIsTakenBack() throws IOException {
    assertThat(read("dismissed", _ -> {}, 2).text("note"))
        .isEqualTo("A person called it false: A film premiere");
    assertThat(read("merged", _ -> {}, 2).text("note"))
        .isEqualTo("Became part of the alert 5d3c1f0a9b8e7d6c5d3c1f0a9b8e7d6c");
  }

  @Test
  void refersToAllThatItReplaces() throws IOException {
    assertThat(read("open", _ -> {}, 2).text("references"))
        .isEqualTo(
            "alerts@example.org,5d3c1f0a9b8e7d6c5d3c1f0a9b8e7d6c.1,2026-06-03T14:01:00-00:00"
                + " alerts@example.org,5d3c1f0a9b8e7d6c5d3c1f0a9b8e7d6c.2,2026-06-03T14:02:00-00:00");
    assertThat(read("open", _ -> {}, 0).texts("references")).isEmpty();
  }

  @Test
  void drawsTheTownsOfAWideAlertAndNoCircleWithoutThem() throws IOException {
    CapReader message = read("wide", _ -> {}, 2);

    assertThat(message.text("areaDesc")).isEqualTo("Venezuela: Caracas, Maracaibo");
    assertThat(message.texts("circle"))
        .containsExactly("10.48801,-66.87919 10", "10.66663,-71.61245 10");
    assertThat(message.texts("value")).contains("3625428", "3646738", "3633009");
    assertThat(read("wide", alert -> alert.remove("places"), 2).texts("circle")).isEmpty();
  }

  @Test
  void beginsOnThePlannedDay() throws IOException {
    CapReader message = read("planned", _ -> {}, 2);

    assertThat(message.text("onset")).isEqualTo("2026-06-05T00:00:00-00:00");
    assertThat(message.text("description")).contains("Announced for 2026-06-05.");
  }

  @Test
  void writesDegreesWithoutExponent() throws IOException {
    CapReader message =
        read(
            "open",
            alert -> ((ObjectNode) alert.get("place")).put("lat", -0.00002).put("lon", 0),
            2);

    assertThat(message.text("circle")).isEqualTo("-0.000020,0.0 10");
  }

  @Test
  void cutsAVeryLongHeadline() throws IOException {
    CapReader message = read("open", alert -> alert.put("headline", "😀".repeat(200)), 2);

    assertThat(message.text("headline")).isEqualTo("😀".repeat(159) + "…");
  }

  @ParameterizedTest
  @EnumSource(EventType.class)
  void hasACategoryForEveryType(EventType type) throws IOException {
    read("open", alert -> alert.put("eventType", type.name()), 0);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<script>alert(1)</script>",
        "</headline><status>Actual</status>",
        "]]> <![CDATA[ <!-- --> <?xml?>",
        "&amp; &lt; &#0; &unknown;",
        "\u0000\u0001\u000b\u001f\u007f\u0085",
        "\ud83d alone, \ude00 alone, \ud83d\ude00 together",
        "\uffff\ufffe\u2028\u202e\u200d",
        "a\r\nb\rc\td"
      })
  void keepsTextsTexts(String hostile) throws IOException {
    assertStaysText(hostile);
  }

  @Test
  void keepsAnyTextText() throws IOException {
    var random = new Random(7);
    for (int round = 0; round < 500; round++) {
      assertStaysText(anyText(random));
    }
  }

  @Test
  void isJudgedByASchemaThatRefusesSomething() {
    byte[] sound =
        CapMessage.of(SENDER, new Revision(SENT, Alerts.sample("open", _ -> {})), List.of());
    String message = new String(sound, StandardCharsets.UTF_8);

    for (String wrong :
        List.of(
            message.replace("Exercise", "Drill"),
            message.replace("02-00:00</sent>", "02Z</sent>"),
            message.replace("<scope>Public</scope>", ""),
            message.replace("66.87919 10<", "66.87919<"))) {
      assertThat(wrong).isNotEqualTo(message);
      assertThatExceptionOfType(IOException.class)
          .isThrownBy(() -> new CapReader(wrong.getBytes(StandardCharsets.UTF_8)));
    }
  }

  private static void assertStaysText(String hostile) throws IOException {
    CapReader message =
        read(
            "dismissed",
            alert -> {
              alert.put("headline", hostile);
              ((ObjectNode) alert.get("place")).put("name", hostile).put("countryName", hostile);
              ((ObjectNode) alert.get("dismissal")).put("text", hostile);
            },
            1);

    assertThat(message.texts("status")).containsExactly("Exercise");
    assertThat(message.text("note")).isEqualTo("A person called it false: " + readable(hostile));
    assertThat(message.text("headline")).isEqualTo(CapWords.cut(readable(hostile), 160));
  }

  /** What XML 1.0 has room for, with a reader's one form of line breaks. */
  private static String readable(String text) {
    return text.codePoints()
        .filter(it -> it != '\r' && (it >= 0x20 || it == '\n' || it == '\t'))
        .filter(it -> it < 0xD800 || it > 0xDFFF)
        .filter(it -> it != 0xFFFE && it != 0xFFFF)
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
  }

  /** Up to 80 characters of the lowest, of the markup, or any at all, halves included. */
  private static String anyText(Random random) {
    String markup = "<>&'\"]![CDATA-?/;#x";
    var text = new StringBuilder();
    IntStream.range(0, random.nextInt(80))
        .forEach(_ -> {
          switch (random.nextInt(4)) {
            case 0 -> text.append((char) random.nextInt(0xA0));
            case 1 -> text.append(markup.charAt(random.nextInt(markup.length())));
            case 2 -> text.append((char) random.nextInt(0x10000));
            default -> text.appendCodePoint(random.nextInt(0x110000));
          }
        });
    return text.toString();
  }

  private static CapReader read(String sample, Consumer<ObjectNode> change, int before)
      throws IOException {
    Alert alert = Alerts.sample(sample, change);
    List<Before> earlier =
        IntStream.rangeClosed(1, before)
            .mapToObj(
                i -> new Before(i, Instant.parse("2026-06-03T14:00:00Z").plusSeconds(60L * i)))
            .toList();
    return new CapReader(CapMessage.of(SENDER, new Revision(SENT, alert), earlier));
  }
}

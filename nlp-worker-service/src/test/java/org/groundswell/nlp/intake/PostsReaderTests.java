package org.groundswell.nlp.intake;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.groundswell.nlp.intake.Incoming.Deletion;
import org.groundswell.nlp.intake.Incoming.NewPost;
import org.groundswell.nlp.intake.Incoming.Tick;
import org.groundswell.nlp.intake.Incoming.Unreadable;
import org.groundswell.nlp.pipeline.Post;
import org.groundswell.nlp.pipeline.Post.Coordinates;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PostsReaderTests {

  private static final Path SAMPLES =
      Path.of("../collector-service/contracts/groundswell.posts/samples");
  private static final String POST =
      "{\"kind\":\"post\",\"source\":\"push\",\"id\":\"1\",\"eventTime\":\"2026-06-03T14:05:11Z\",\"text\":\"a\"}";

  @Test
  void readsEverySampleOfTheContract() throws IOException {
    Map<String, Class<?>> read = new HashMap<>();
    try (var samples = Files.list(SAMPLES)) {
      for (Path sample : samples.toList()) {
        Class<?> kind = PostsReader.read(Files.readAllBytes(sample)).getClass();
        read.put(sample.getFileName().toString().replaceFirst("-.*|\\.json", ""), kind);
      }
    }

    assertThat(read).containsOnly(entry("post", NewPost.class), entry("clock", Tick.class));
  }

  @Test
  void readsEveryFieldItUses() throws IOException {
    assertThat(PostsReader.read(Files.readAllBytes(SAMPLES.resolve("post-full.json"))))
        .isEqualTo(
            new NewPost(
                new Post(
                    "bluesky",
                    "7c41d09be2f85a367c41d09be2f85a36",
                    Instant.parse("2026-06-03T14:05:11Z"),
                    Instant.parse("2026-06-03T14:05:12.431Z"),
                    "Thousands on Avenida Bolívar in Caracas right now, riot police closing in"
                        + " #Caracas",
                    "en",
                    "0f3a9c5b7d1e24680f3a9c5b7d1e2468",
                    new Coordinates(10.5, -66.9),
                    "Caracas, Venezuela",
                    "Caracas",
                    null,
                    "https://bsky.app/profile/did:plc:abc/post/3kxyz")));
    assertThat(PostsReader.read(Files.readAllBytes(SAMPLES.resolve("clock-finished.json"))))
        .isEqualTo(
            new Tick(
                new CollectorClock(
                    "collector",
                    2,
                    4,
                    Instant.parse("2026-06-07T00:00:00Z"),
                    Instant.parse("2026-06-01T00:00:00Z"),
                    Coverage.NONE)));
  }

  @Test
  void takesNullForADeletion() {
    assertThat(PostsReader.read(null)).isEqualTo(new Deletion());
  }

  @Test
  void passesOverFieldsItDoesNotKnow() {
    assertThat(read(POST.replace("{", "{\"later\":{\"a\":[1]},"))).isInstanceOf(NewPost.class);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          "kind":"post"                     | "kind":"poll"      | kind = "poll"
          "kind":"post"                     | "kin":"post"       | kind = ""
          "source":"push"                   | "source":"P"       | source = P
          "source":"push",                  | ``                 | source
          "id":"1"                          | "id":""            | id =
          "text":"a"                        | "text":null        | text = null
          "text":"a"                        | "text":["a"]       | String
          "text":"a"}                       | "text":"a"         | end-of-input
          "eventTime":"2026-06-03T14:05:11Z"| "eventTime":"noon" | noon
          "text":"a"                        | "text":"a","coordinates":{"lat":91,"lon":0} | coordinates.lat = 91.0
          """)
  void namesWhatIsWrong(String right, String wrong, String detail) {
    assertThat(read(POST.replace(right, wrong)))
        .isInstanceOfSatisfying(
            Unreadable.class, unreadable -> assertThat(unreadable.detail()).contains(detail));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"coverage\":7",
        "\"coverage\":[7]",
        "\"coverage\":[null]",
        "\"coverage\":[{}]",
        "\"coverage\":[{\"source\":\"P\",\"from\":\"2026-06-03T14:05:00Z\",\"posts\":[1]}]",
        "\"coverage\":[{\"source\":\"push\",\"from\":\"noon\",\"posts\":[1]}]",
        "\"coverage\":[{\"source\":\"push\",\"from\":\"2026-06-03T14:05:01Z\",\"posts\":[1]}]",
        "\"coverage\":[{\"source\":\"push\",\"from\":\"2026-06-03T14:05:00Z\",\"posts\":[]}]",
        "\"coverage\":[{\"source\":\"push\",\"from\":\"2026-06-03T14:05:00Z\",\"posts\":[-1]}]",
        "\"coverage\":[{\"source\":\"push\",\"from\":\"2026-06-03T14:05:00Z\",\"posts\":[null]}]",
        "\"sources\":\"push\"",
        "\"sources\":[null]",
        "\"sources\":[\"Not allowed\"]"
      })
  void takesTheTimeOfAClockWhoseCoverageCannotBeRead(String coverage) {
    String clock =
        "{\"kind\":\"clock\",\"collector\":\"c\",\"partition\":0,\"partitions\":1,"
            + "\"time\":\"2026-06-03T14:05:00Z\",%s}";

    assertThat(read(clock.formatted(coverage)))
        .isEqualTo(
            new Tick(
                new CollectorClock(
                    "c", 0, 1, Instant.parse("2026-06-03T14:05:00Z"), null, Coverage.NONE)));
  }

  @Test
  void refusesBoundlessText() {
    assertThat(read(POST.replace("\"a\"", "\"" + "a".repeat(20_001) + "\"")))
        .isEqualTo(new Unreadable("Not allowed: length of text = 20001"));
  }

  @Test
  void refusesWhatIsNoJson() {
    assertThat(PostsReader.read(new byte[0])).isInstanceOf(Unreadable.class);
    assertThat(PostsReader.read(new byte[] {(byte) 0xff, 0})).isInstanceOf(Unreadable.class);
    assertThat(read("[".repeat(100_000))).isInstanceOf(Unreadable.class);
  }

  private static Incoming read(String json) {
    return PostsReader.read(json.getBytes(UTF_8));
  }
}

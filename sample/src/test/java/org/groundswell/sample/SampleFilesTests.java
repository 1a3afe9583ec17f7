package org.groundswell.sample;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * What is committed is what the generator writes. Compared is the content, because another deflate
 * library may compress the same content to other bytes.
 */
class SampleFilesTests {

  private static SampleWeek week;

  @BeforeAll
  static void writeTheShippedWeek() {
    week = SampleWeek.write(SampleWeek.SHIPPED_SEED);
  }

  @Test
  void committedPostsAreThoseOfTheShippedSeed() throws IOException {
    assertSame(unzipped(SampleFiles.POSTS), SampleFiles.ndjson(week));
  }

  @Test
  void committedTruthIsThatOfTheShippedSeed() throws IOException {
    assertSame(Files.readString(Path.of(SampleFiles.TRUTH)), SampleFiles.truth(week));
  }

  @Test
  void committedLabelsAreThoseOfTheShippedSeed() throws IOException {
    assertSame(unzipped(SampleFiles.LABELS), SampleFiles.labels(week));
  }

  @Test
  void compressedPostsStaySmallAndNameNoTime() throws IOException {
    byte[] bytes = Files.readAllBytes(Path.of(SampleFiles.POSTS));

    assertThat(bytes.length).isLessThan(1_500_000);
    assertThat(bytes).startsWith(0x1f, 0x8b, 8, 0, 0, 0, 0, 0);
  }

  /** Without the megabytes that a failed string comparison would print. */
  private static void assertSame(String committed, String written) {
    assertThat(committed.equals(written))
        .as("run: mvn -pl sample spring-boot:run, and look at what changed")
        .isTrue();
  }

  private static String unzipped(String file) throws IOException {
    try (InputStream in = new GZIPInputStream(Files.newInputStream(Path.of(file)))) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}

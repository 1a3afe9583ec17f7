package org.groundswell.collector.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.luben.zstd.ZstdOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.groundswell.collector.format.CsvFormat;
import org.groundswell.collector.format.FieldNames;
import org.groundswell.collector.format.FormatName;
import org.groundswell.collector.intake.RawPost;
import org.groundswell.collector.intake.StartRefused;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReplayFileTests {

  private static final String CSV =
      """
      id,created_at,text
      2,2020-10-07T10:05:00Z,"second
      of three"
      x,not a time,unreadable
      3,2020-10-07T10:09:00Z,third
      1,2020-10-07T10:00:00Z,first
      """;
  private static final Believable BELIEVABLE = Believable.at(Instant.parse("2026-06-03T14:00:00Z"));

  @TempDir Path directory;

  @Test
  void readsTheSameFromPlainGzipAndZstdWhateverTheName() throws IOException {
    List<String> plain = ids(file(write("plain.gz", CSV)).records());

    assertThat(plain).containsExactly("2", "line 4", "3", "1");
    assertThat(ids(file(gzip("packed.csv", CSV)).records())).isEqualTo(plain);
    assertThat(ids(file(zstd("packed.txt", CSV)).records())).isEqualTo(plain);
  }

  @Test
  void seesWhetherAFileIsInOrder() throws IOException {
    ReplayFile file = file(write("posts.csv", CSV));

    assertThat(Survey.of(file, BELIEVABLE, Duration.ofSeconds(60)))
        .isEqualTo(new Survey(4, Instant.parse("2020-10-07T10:00:00Z"), false));
    assertThat(Survey.of(file, BELIEVABLE, Duration.ofMinutes(9)).inOrder()).isTrue();
  }

  @Test
  void sortsByTimeAndKeepsWhatHasNoneBehindWhatItFollowed() throws IOException {
    for (Path path : List.of(write("a", CSV), gzip("b", CSV), zstd("c", CSV))) {
      Path work = directory.resolve("work");
      try (var sorted = new SortedRecords(file(path), 4, BELIEVABLE, work)) {
        assertThat(ids(sorted)).containsExactly("1", "2", "line 4", "3");
      }
      assertThat(work)
          .satisfiesAnyOf(w -> assertThat(w).doesNotExist(), w -> assertThat(w).isEmptyDirectory());
    }
  }

  @Test
  void refusesWhatIsNoFileOrHasNoKnownFormat() throws IOException {
    assertRefused(directory.resolve("nowhere"), "does not exist");
    assertRefused(directory, "is not a file");
    assertRefused(write("empty", "\n\n"), "is empty");
    assertRefused(write("odd", "{\"a\":1}"), "have the fields a");
    assertRefused(write("short.gz", "\u001f"), "no known format");
  }

  @Test
  void noticesAnArchiveThatIsCutOff() throws IOException {
    byte[] whole = Files.readAllBytes(gzip("whole", CSV.repeat(2_000)));
    Path cut = Files.write(directory.resolve("cut"), Arrays.copyOf(whole, whole.length - 20));

    assertThatThrownBy(() -> Survey.of(file(cut), BELIEVABLE, Duration.ofSeconds(60)))
        .isInstanceOf(EOFException.class);
  }

  private void assertRefused(Path path, String because) {
    assertThatThrownBy(() -> file(path))
        .isInstanceOf(StartRefused.class)
        .hasMessageContaining(path.toString())
        .hasMessageContaining(because);
  }

  private static List<String> ids(Records records) throws IOException {
    List<String> ids = new ArrayList<>();
    try (records) {
      var format =
          new CsvFormat(
              "id,created_at,text".getBytes(StandardCharsets.UTF_8), FieldNames.PLAIN, "replay");
      for (Frame frame = records.next(); frame != null; frame = records.next()) {
        ids.add(
            format.read(frame.bytes()) instanceof RawPost post
                ? post.id()
                : "line " + frame.line());
      }
    }
    return ids;
  }

  private static ReplayFile file(Path path) {
    return ReplayFile.of(
        new ReplayProperties(path, FormatName.AUTO, "", "max", "replay", 1_000), path);
  }

  private Path write(String name, String text) throws IOException {
    return Files.writeString(directory.resolve(name), text);
  }

  private Path gzip(String name, String text) throws IOException {
    Path path = directory.resolve(name);
    try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(path))) {
      out.write(text.getBytes(StandardCharsets.UTF_8));
    }
    return path;
  }

  private Path zstd(String name, String text) throws IOException {
    Path path = directory.resolve(name);
    try (OutputStream out = new ZstdOutputStream(Files.newOutputStream(path))) {
      out.write(text.getBytes(StandardCharsets.UTF_8));
    }
    return path;
  }
}

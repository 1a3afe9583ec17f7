package org.groundswell.quickstart.progress;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.github.luben.zstd.ZstdOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileShareTests {

  private static final String FOUR_LINES = "1\n2\n3\n4"; // the last one without an end

  @TempDir Path directory;

  @Test
  void countsLinesOfAPlainFile() throws IOException {
    try (OutputStream out = Files.newOutputStream(file())) {
      write(out);
    }

    assertQuarter();
  }

  @Test
  void countsLinesOfAGzipFile() throws IOException {
    try (var out = new GZIPOutputStream(Files.newOutputStream(file()))) {
      write(out);
    }

    assertQuarter();
  }

  @Test
  void countsLinesOfAZstdFile() throws IOException {
    try (var out = new ZstdOutputStream(Files.newOutputStream(file()))) {
      write(out);
    }

    assertQuarter();
  }

  @Test
  void knowsNoShareOfAFileThatIsMissing() {
    assertThat(FileShare.of(file()).of(1)).isEmpty();
  }

  private void assertQuarter() {
    var share = FileShare.of(file());

    await().until(() -> share.of(1).isPresent());
    assertThat(share.of(1)).hasValue(0.25);
    assertThat(share.of(9)).hasValue(1);
  }

  private Path file() {
    return directory.resolve("posts");
  }

  private static void write(OutputStream out) throws IOException {
    out.write(FOUR_LINES.getBytes(StandardCharsets.UTF_8));
  }
}

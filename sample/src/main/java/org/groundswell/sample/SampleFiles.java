package org.groundswell.sample;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;
import tools.jackson.core.util.DefaultIndenter;
import tools.jackson.core.util.DefaultPrettyPrinter;
import tools.jackson.databind.json.JsonMapper;

/**
 * The files of the sample. Their content is the same on every machine; {@code gzip} names no time
 * and no file, so the compressed bytes differ only where another deflate library is at work.
 */
final class SampleFiles {

  static final String POSTS = "simulated-week.ndjson.gz";
  static final String TRUTH = "ground-truth.json";
  static final String LABELS = "labels.tsv.gz";

  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final DefaultPrettyPrinter PRETTY =
      new DefaultPrettyPrinter()
          .withObjectIndenter(new DefaultIndenter("  ", "\n"))
          .withArrayIndenter(new DefaultIndenter("  ", "\n"));

  private SampleFiles() {}

  /** Writes the three files of {@code week} to {@code folder}, over what is there. */
  static void write(SampleWeek week, Path folder) throws IOException {
    Files.createDirectories(folder);
    Files.write(folder.resolve(POSTS), gzip(ndjson(week)));
    Files.writeString(folder.resolve(TRUTH), truth(week));
    Files.write(folder.resolve(LABELS), gzip(labels(week)));
  }

  /** One post a line. */
  static String ndjson(SampleWeek week) {
    StringBuilder lines = new StringBuilder();
    week.posts().forEach(post -> lines.append(JSON.writeValueAsString(post)).append('\n'));
    return lines.toString();
  }

  static String truth(SampleWeek week) {
    return JSON.writer().with(PRETTY).writeValueAsString(week.truth()) + "\n";
  }

  /** Post id, tab, surge id; posts of the calm background are left out. */
  static String labels(SampleWeek week) {
    StringBuilder lines = new StringBuilder();
    for (int i = 0; i < week.posts().size(); i++) {
      String surge = week.labels().get(i);
      if (surge != null) {
        lines.append(week.posts().get(i).id()).append('\t').append(surge).append('\n');
      }
    }
    return lines.toString();
  }

  private static byte[] gzip(String text) throws IOException {
    var bytes = new ByteArrayOutputStream();
    try (OutputStream out = new BestGzip(bytes)) {
      out.write(text.getBytes(StandardCharsets.UTF_8));
    }
    return bytes.toByteArray();
  }

  private static final class BestGzip extends GZIPOutputStream {
    private BestGzip(OutputStream out) throws IOException {
      super(out);
      def.setLevel(Deflater.BEST_COMPRESSION);
    }
  }
}

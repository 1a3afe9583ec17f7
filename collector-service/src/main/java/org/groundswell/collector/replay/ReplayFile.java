package org.groundswell.collector.replay;

import com.github.luben.zstd.ZstdInputStream;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.groundswell.collector.format.FormatDetector;
import org.groundswell.collector.format.PostFormat;
import org.groundswell.collector.intake.StartRefused;

/**
 * A file that can be read and whose format is known. What it is packed with is seen from its first
 * bytes (RFC 1952 for gzip, RFC 8878 for zstd), not from its name.
 *
 * @param packed whether it is compressed, so that it cannot be read from the middle
 */
record ReplayFile(Path path, PostFormat format, boolean packed) {

  private static final byte[] GZIP = {0x1F, (byte) 0x8B};
  private static final byte[] ZSTD = {0x28, (byte) 0xB5, 0x2F, (byte) 0xFD};
  private static final int LOOKED_AT = 100;
  private static final int BUFFER = 1 << 17;

  /**
   * Looks at the beginning of the file.
   *
   * @throws StartRefused when it cannot be read, is empty, or is in no known format
   */
  static ReplayFile of(ReplayProperties replay, Path path) {
    if (!Files.isRegularFile(path)) {
      throw new StartRefused(
          "The file to replay, %s, %s."
              .formatted(path, Files.exists(path) ? "is not a file" : "does not exist"));
    }
    try {
      List<byte[]> first = first(path);
      if (first.isEmpty()) {
        throw new StartRefused("The file to replay, %s, is empty.".formatted(path));
      }
      PostFormat format =
          FormatDetector.detect(replay.format(), first, replay.names(), replay.source());
      return new ReplayFile(path, format, isPacked(path));
    } catch (IOException e) {
      throw new StartRefused(
          "The file to replay, %s, cannot be read: %s.".formatted(path, e.getMessage()), e);
    } catch (IllegalArgumentException e) {
      throw new StartRefused(
          "The file to replay, %s, is in no known format: %s; groundswell.collector.replay.format"
                  .formatted(path, e.getMessage())
              + " and groundswell.collector.replay.fields can say what it is.",
          e);
    }
  }

  /** Opens the records from the first, behind the header where there is one. */
  Records records() throws IOException {
    return records(open(path));
  }

  /** Reads the same records from an unpacked copy. */
  Records records(InputStream unpacked) throws IOException {
    var records = new RecordReader(unpacked, format.separator());
    if (format.separator() != null) {
      var _ = records.next();
    }
    return records;
  }

  /** Opens the bytes, unpacked. */
  InputStream open() throws IOException {
    return open(path);
  }

  private static List<byte[]> first(Path path) throws IOException {
    List<byte[]> first = new ArrayList<>();
    try (var lines = new RecordReader(open(path), null)) {
      for (Frame line = lines.next();
          line != null && first.size() < LOOKED_AT;
          line = lines.next()) {
        if (line.refusal() == null) {
          first.add(line.bytes());
        }
      }
    }
    return first;
  }

  private static InputStream open(Path path) throws IOException {
    byte[] magic = magic(path);
    InputStream raw = Files.newInputStream(path);
    try {
      if (startsWith(magic, GZIP)) {
        return new GZIPInputStream(raw, BUFFER);
      }
      return startsWith(magic, ZSTD)
          ? new BufferedInputStream(new ZstdInputStream(raw), BUFFER)
          : raw;
    } catch (IOException e) {
      raw.close();
      throw e;
    }
  }

  private static boolean isPacked(Path path) throws IOException {
    byte[] magic = magic(path);
    return startsWith(magic, GZIP) || startsWith(magic, ZSTD);
  }

  private static byte[] magic(Path path) throws IOException {
    try (InputStream in = Files.newInputStream(path)) {
      return in.readNBytes(ZSTD.length);
    }
  }

  private static boolean startsWith(byte[] bytes, byte[] prefix) {
    return bytes.length >= prefix.length
        && Arrays.equals(bytes, 0, prefix.length, prefix, 0, prefix.length);
  }
}

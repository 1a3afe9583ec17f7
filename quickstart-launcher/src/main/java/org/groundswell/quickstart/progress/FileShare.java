package org.groundswell.quickstart.progress;

import com.github.luben.zstd.ZstdInputStream;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalDouble;
import java.util.concurrent.atomic.AtomicLong;
import java.util.zip.GZIPInputStream;

/**
 * Which share of a file was read, judged by its number of lines. The lines are counted on a thread
 * of its own; until that is done, and for a file that cannot be read here, the share is unknown.
 */
public final class FileShare {

  private static final long UNKNOWN = -1;
  private static final int BUFFER = 1 << 16;

  private final AtomicLong lines = new AtomicLong(UNKNOWN);

  /** Starts to count the lines of a plain, gzip or zstd file. */
  public static FileShare of(Path file) {
    var share = new FileShare();
    Thread.ofPlatform().daemon().name("count-lines").start(() -> share.count(file));
    return share;
  }

  /** Returns a share in [0, 1]; empty while it is unknown. */
  public OptionalDouble of(long read) {
    long all = lines.get();
    return all > 0 ? OptionalDouble.of(Math.min(1, (double) read / all)) : OptionalDouble.empty();
  }

  private void count(Path file) {
    try (InputStream in = open(file)) {
      lines.set(countLines(in));
    } catch (IOException _) {
      // The collector reads the same file, and says what is wrong with it.
    }
  }

  private static long countLines(InputStream in) throws IOException {
    var buffer = new byte[BUFFER];
    long count = 0;
    byte last = '\n';
    for (int length = in.read(buffer); length >= 0; length = in.read(buffer)) {
      for (int i = 0; i < length; i++) {
        count += buffer[i] == '\n' ? 1 : 0;
      }
      last = length > 0 ? buffer[length - 1] : last;
    }
    return last == '\n' ? count : count + 1;
  }

  private static InputStream open(Path file) throws IOException {
    var in = new BufferedInputStream(Files.newInputStream(file), BUFFER);
    in.mark(4);
    byte[] magic = in.readNBytes(4);
    in.reset();
    if (magic.length >= 2 && magic[0] == 0x1f && magic[1] == (byte) 0x8b) {
      return new GZIPInputStream(in, BUFFER);
    }
    if (magic.length == 4 && magic[0] == 0x28 && magic[1] == (byte) 0xb5 && magic[2] == 0x2f) {
      return new ZstdInputStream(in);
    }
    return in;
  }
}

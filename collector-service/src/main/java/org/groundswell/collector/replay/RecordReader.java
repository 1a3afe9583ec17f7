package org.groundswell.collector.replay;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import org.groundswell.collector.intake.Rejection;
import org.jspecify.annotations.Nullable;

/**
 * Cuts bytes into records: lines, or rows of CSV whose quoted cells may hold line ends.
 *
 * <p>Line ends are LF or CRLF; a byte order mark and blank lines are passed over. A line longer
 * than {@link #MAX_LENGTH} is refused and never held as a whole. A quote that is not closed within
 * that length refuses the line that it opens on, and reading goes on with the next line, so one
 * stray quote costs one row.
 */
final class RecordReader implements Records {

  static final int MAX_LENGTH = 1 << 20;
  private static final int CHUNK = 1 << 16;
  private static final byte[] BYTE_ORDER_MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};

  private final InputStream in;
  private final @Nullable Character separator;
  private byte[] buffer = new byte[2 * CHUNK];
  private long bufferOffset;
  private int start;
  private int end;
  private int line = 1;
  private boolean exhausted;

  // How far the record that begins at start has been looked through.
  private int scanned;
  private boolean quoted;
  private boolean atCellStart = true;

  /**
   * @param separator of cells when the records are rows of CSV, null when every line is one
   */
  RecordReader(InputStream in, @Nullable Character separator) throws IOException {
    this.in = in;
    this.separator = separator;
    fill();
    if (startsWith(BYTE_ORDER_MARK)) {
      start = BYTE_ORDER_MARK.length;
      scanned = start;
    }
  }

  @Override
  public @Nullable Frame next() throws IOException {
    while (true) {
      if (scan()) {
        Frame frame = cut(scanned, scanned + 1);
        if (frame != null) {
          return frame;
        }
      } else if (exhausted) {
        return start == end ? null : last();
      } else if (scanned - start > MAX_LENGTH) {
        return quoted ? unclosed() : tooLong();
      } else {
        fill();
      }
    }
  }

  @Override
  public void close() throws IOException {
    in.close();
  }

  /** Looks for the end of the record; true leaves {@code scanned} on it. */
  private boolean scan() {
    for (; scanned < end; scanned++) {
      byte b = buffer[scanned];
      if (b == '\n' && !quoted) {
        return true;
      }
      if (separator != null) {
        follow(b);
      }
    }
    return false;
  }

  /**
   * A quote opens a quoted cell only where a cell begins; the second of a doubled one reopens it.
   */
  private void follow(byte b) {
    if (b == '"') {
      quoted = !quoted && atCellStart;
      atCellStart = !quoted; // right behind a closing quote another one reopens
    } else {
      atCellStart = !quoted && separator != null && b == (byte) separator.charValue();
    }
  }

  /** Takes the record up to {@code to}; null when it is blank. */
  private @Nullable Frame cut(int to, int next) {
    int from = start;
    int length = (to > from && buffer[to - 1] == '\r' ? to - 1 : to) - from;
    Frame frame = null;
    if (length > MAX_LENGTH) {
      frame = Frame.refused(bufferOffset + from, line, length());
    } else if (!isBlank(from, length)) {
      byte[] bytes = Arrays.copyOfRange(buffer, from, from + length);
      frame = new Frame(bufferOffset + from, line, bytes, null);
    }
    moveTo(next);
    return frame;
  }

  private @Nullable Frame last() {
    if (quoted) {
      return unclosed();
    }
    return cut(end, end);
  }

  /** Gives up the line on which a quote was opened, and goes on behind it. */
  private Frame unclosed() {
    int lineEnd = start;
    while (lineEnd < end && buffer[lineEnd] != '\n') {
      lineEnd++;
    }
    var refused =
        Frame.refused(
            bufferOffset + start, line, Rejection.malformed("a quote is opened and not closed"));
    moveTo(Math.min(lineEnd + 1, end));
    return refused;
  }

  private Frame tooLong() throws IOException {
    var refused = Frame.refused(bufferOffset + start, line, length());
    do {
      start = end;
      fill();
      scanned = start;
      while (scanned < end && buffer[scanned] != '\n') {
        scanned++;
      }
    } while (scanned == end && !exhausted);
    moveTo(Math.min(scanned + 1, end));
    return refused;
  }

  /** Begins the next record at {@code next}, and counts the lines that lie before it. */
  private void moveTo(int next) {
    for (int i = start; i < next; i++) {
      line += buffer[i] == '\n' ? 1 : 0;
    }
    start = next;
    scanned = next;
    quoted = false;
    atCellStart = true;
  }

  private void fill() throws IOException {
    if (start > 0) {
      System.arraycopy(buffer, start, buffer, 0, end - start);
      bufferOffset += start;
      scanned -= start;
      end -= start;
      start = 0;
    }
    if (buffer.length - end < CHUNK) {
      buffer = Arrays.copyOf(buffer, buffer.length * 2);
    }
    int read = in.read(buffer, end, buffer.length - end);
    exhausted = read < 0;
    end += Math.max(read, 0);
  }

  private boolean startsWith(byte[] prefix) throws IOException {
    while (end < prefix.length && !exhausted) {
      fill();
    }
    return end >= prefix.length
        && Arrays.equals(buffer, 0, prefix.length, prefix, 0, prefix.length);
  }

  private boolean isBlank(int from, int length) {
    for (int i = from; i < from + length; i++) {
      if (buffer[i] != ' ' && buffer[i] != '\t' && buffer[i] != '\r') {
        return false;
      }
    }
    return true;
  }

  private static Rejection length() {
    return Rejection.tooLong(null, "the line has more than %d bytes".formatted(MAX_LENGTH));
  }
}

package org.groundswell.collector.replay;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.groundswell.collector.intake.Rejection;
import org.jspecify.annotations.Nullable;

/**
 * The records of a file from the earliest to the latest, by an index of times and positions in
 * memory (32 bytes a record) over the file, or over an unpacked copy of it that is deleted on
 * closing.
 *
 * <p>A record without a believable time stays behind the one it followed.
 */
final class SortedRecords implements Records {

  private final FileChannel content;
  private final long[] offsets;
  private final int[] lengths;
  private final int[] lines;
  private final Map<Integer, Rejection> refusals = new HashMap<>();
  private final int[] order;
  private int next;

  /**
   * @param count how many records the file has
   * @param workDirectory for the copy; null is the system's own
   */
  SortedRecords(ReplayFile file, int count, Believable believable, @Nullable Path workDirectory)
      throws IOException {
    content = file.packed() ? unpacked(file, workDirectory) : FileChannel.open(file.path());
    offsets = new long[count];
    lengths = new int[count];
    lines = new int[count];
    try {
      order = TimeOrder.of(index(file, believable));
    } catch (IOException e) {
      content.close();
      throw e;
    }
  }

  @Override
  public @Nullable Frame next() throws IOException {
    if (next == order.length) {
      return null;
    }
    int record = order[next++];
    Rejection refusal = refusals.get(record);
    return refusal == null
        ? new Frame(offsets[record], lines[record], read(record), null)
        : Frame.refused(offsets[record], lines[record], refusal);
  }

  @Override
  public void close() throws IOException {
    content.close();
  }

  private long[] index(ReplayFile file, Believable believable) throws IOException {
    long[] times = new long[offsets.length];
    long previous = Long.MIN_VALUE;
    Records records = file.records(Channels.newInputStream(content.position(0)));
    int record = 0;
    for (Frame frame = records.next(); frame != null; frame = records.next()) {
      if (record == times.length) {
        throw new IOException("the file grew while it was read");
      }
      Instant time = Survey.timeOf(frame, file, believable);
      previous = time == null ? previous : time.toEpochMilli();
      times[record] = previous;
      keep(record++, frame);
    }
    return times;
  }

  private void keep(int record, Frame frame) {
    offsets[record] = frame.offset();
    lengths[record] = frame.bytes().length;
    lines[record] = frame.line();
    if (frame.refusal() != null) {
      refusals.put(record, frame.refusal());
    }
  }

  private byte[] read(int record) throws IOException {
    var bytes = ByteBuffer.allocate(lengths[record]);
    while (bytes.hasRemaining()) {
      if (content.read(bytes, offsets[record] + bytes.position()) < 0) {
        throw new EOFException("the file shrank while it was read");
      }
    }
    return bytes.array();
  }

  private static FileChannel unpacked(ReplayFile file, @Nullable Path workDirectory)
      throws IOException {
    Path copy =
        workDirectory == null
            ? Files.createTempFile("groundswell-replay-", ".tmp")
            : Files.createTempFile(
                Files.createDirectories(workDirectory), "groundswell-replay-", ".tmp");
    FileChannel channel =
        FileChannel.open(
            copy,
            StandardOpenOption.READ,
            StandardOpenOption.WRITE,
            StandardOpenOption.DELETE_ON_CLOSE);
    try (InputStream in = file.open()) {
      in.transferTo(Channels.newOutputStream(channel));
      return channel;
    } catch (IOException e) {
      channel.close();
      throw e;
    }
  }
}

package org.groundswell.deadletters.letters;

import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.groundswell.deadletters.broker.CannotGoOn;
import org.jspecify.annotations.Nullable;

/**
 * Which offsets of a partition are done with: played back, or never to be.
 *
 * <p>It is kept as a committed offset of the group: the offset is the first that is not done with,
 * and the metadata beside it name the pieces above it that are, so that a run with a filter takes
 * nothing from later runs. {@code 1;3+2,1+40} beside offset 100 says: of version 1; 100 to 102 are
 * waiting, 103 and 104 are done with, 105 is waiting, 106 to 145 are done with, the rest is
 * waiting.
 *
 * <p>Not thread-safe.
 */
public final class Ledger {

  /** A broker takes 4,096 bytes unless told otherwise (offset.metadata.max.bytes). */
  static final int LONGEST_NOTE = 4_000;

  private static final String VERSION = "1;";

  /** First offset that is not done with. */
  private long base;

  /** Pieces above the base, from the first offset to the one after the last; they do not touch. */
  private final TreeMap<Long, Long> pieces = new TreeMap<>();

  private Ledger(long base) {
    this.base = base;
  }

  /**
   * Reads what was committed.
   *
   * @param committed null when nothing ever was
   * @param beginning first offset that the partition still has; what was before it is gone
   * @throws CannotGoOn when the metadata were written by something else
   */
  public static Ledger read(@Nullable OffsetAndMetadata committed, long beginning) {
    if (committed == null) {
      return new Ledger(beginning);
    }
    var ledger = new Ledger(committed.offset());
    ledger.readPieces(committed.metadata());
    if (beginning > ledger.base) {
      ledger.settle(ledger.base, beginning);
    }
    return ledger;
  }

  /** Returns the first offset that is not done with. */
  public long base() {
    return base;
  }

  /** Returns whether an offset is done with. */
  public boolean isSettled(long offset) {
    Map.Entry<Long, Long> piece = pieces.floorEntry(offset);
    return offset < base || (piece != null && offset < piece.getValue());
  }

  /**
   * Is done with all offsets from one to before another. Offsets without a record, such as those of
   * transactions' ends, may be among them.
   */
  public void settle(long from, long to) {
    if (from >= to) {
      return;
    }
    long start = from;
    long end = to;
    Map.Entry<Long, Long> touching = pieces.floorEntry(end);
    while (touching != null && touching.getValue() >= start) {
      start = Math.min(start, touching.getKey());
      end = Math.max(end, touching.getValue());
      pieces.remove(touching.getKey());
      touching = pieces.floorEntry(end);
    }
    if (start <= base) {
      base = Math.max(base, end);
    } else {
      pieces.put(start, end);
    }
  }

  /** Returns whether what it knows can be committed; otherwise it lies in too many pieces. */
  public boolean fits() {
    return note().length() <= LONGEST_NOTE;
  }

  /** Returns it as an offset to commit. */
  public OffsetAndMetadata committed() {
    return new OffsetAndMetadata(base, note());
  }

  private String note() {
    if (pieces.isEmpty()) {
      return "";
    }
    long[] last = {base};
    return pieces.entrySet().stream()
        .map(piece -> {
          long gap = piece.getKey() - last[0];
          last[0] = piece.getValue();
          return gap + "+" + (piece.getValue() - piece.getKey());
        })
        .collect(Collectors.joining(",", VERSION, ""));
  }

  private void readPieces(String note) {
    if (note.isEmpty()) {
      return;
    }
    if (!note.matches("1;\\d{1,18}\\+\\d{1,18}(,\\d{1,18}\\+\\d{1,18})*+")) {
      throw new CannotGoOn(
          "The committed offset %d carries metadata of something else: %s"
              .formatted(base, DeadLetter.printable(note)));
    }
    long last = base;
    for (String piece : note.substring(VERSION.length()).split(",", -1)) {
      int plus = piece.indexOf('+');
      long start = last + Long.parseLong(piece.substring(0, plus));
      last = start + Long.parseLong(piece.substring(plus + 1));
      settle(start, last);
    }
  }
}

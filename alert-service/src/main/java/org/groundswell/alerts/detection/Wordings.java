package org.groundswell.alerts.detection;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.function.LongPredicate;
import org.groundswell.alerts.signals.Signal;
import org.jspecify.annotations.Nullable;

/**
 * Whose words were heard: of the last {@value #MOST} texts, by their {@link Signal#signature()}. A
 * few people may find the same words; who posts what {@value #VOICES_OF_A_TEXT} others have posted
 * has none of their own. Mutable; not thread-safe.
 */
final class Wordings {

  static final int MOST = 100;
  static final int VOICES_OF_A_TEXT = 3;

  private static final int SAME_TEXT_BITS = 1;

  private long[] texts = {};
  private long[] authors = {};
  private int next;

  static Wordings none() {
    return new Wordings();
  }

  /**
   * Returns who speaks: the author, or the first of those with nearly the same words when there are
   * enough of them.
   *
   * @param author hash of the voice
   * @param signature of the text; null when it is not known
   * @param remembered says whether a voice still counts
   */
  long original(long author, @Nullable String signature, LongPredicate remembered) {
    if (signature == null) {
      return author;
    }
    long text = HexFormat.fromHexDigitsToLong(signature);
    long[] same = same(text, remembered);
    if (Arrays.stream(same).anyMatch(other -> other == author)) {
      return author;
    }
    if (same.length == VOICES_OF_A_TEXT) {
      return same[0];
    }
    remember(text, author);
    return author;
  }

  /** The first who had these words; never more than may have them. */
  private long[] same(long text, LongPredicate remembered) {
    long[] same = new long[VOICES_OF_A_TEXT];
    int found = 0;
    for (int i = 0; i < texts.length && found < same.length; i++) {
      if (Long.bitCount(texts[i] ^ text) <= SAME_TEXT_BITS && remembered.test(authors[i])) {
        same[found++] = authors[i];
      }
    }
    return Arrays.copyOf(same, found);
  }

  private void remember(long text, long author) {
    if (texts.length < MOST) {
      next = texts.length;
      texts = Arrays.copyOf(texts, next + 1);
      authors = Arrays.copyOf(authors, next + 1);
    }
    texts[next] = text;
    authors[next] = author;
    next = (next + 1) % MOST;
  }

  int packedBytes() {
    return 2 + texts.length * 2 * Long.BYTES;
  }

  void pack(ByteBuffer packed) {
    packed.put((byte) texts.length).put((byte) next);
    for (int i = 0; i < texts.length; i++) {
      packed.putLong(texts[i]).putLong(authors[i]);
    }
  }

  static Wordings unpack(ByteBuffer packed) {
    var wordings = new Wordings();
    wordings.texts = new long[packed.get()];
    wordings.authors = new long[wordings.texts.length];
    wordings.next = packed.get();
    for (int i = 0; i < wordings.texts.length; i++) {
      wordings.texts[i] = packed.getLong();
      wordings.authors[i] = packed.getLong();
    }
    return wordings;
  }
}

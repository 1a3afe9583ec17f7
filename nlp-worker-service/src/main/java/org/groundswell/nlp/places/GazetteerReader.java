package org.groundswell.nlp.places;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.zip.GZIPInputStream;
import org.groundswell.nlp.places.Gazetteer.Names;
import org.groundswell.nlp.places.Gazetteer.Places;
import org.groundswell.nlp.text.LetterHash;

/**
 * Reads the gazetteer's file: gzip around big-endian columns, places first, then the sorted names,
 * each of which says how many letters it shares with the one before.
 */
final class GazetteerReader {

  static final int MAGIC = 0x47535750;
  static final int VERSION = 2;
  static final String RESOURCE = "gazetteer.bin.gz";

  private static final int BIGGEST = 4_000_000;
  private static final int MOST_BYTES = 100_000_000;

  private final ByteBuffer in;

  private GazetteerReader(ByteBuffer in) {
    this.in = in;
  }

  /** Reads the gazetteer that the service ships. */
  static Gazetteer readShipped() {
    try (InputStream file = GazetteerReader.class.getResourceAsStream(RESOURCE)) {
      if (file == null) {
        throw new IllegalStateException(RESOURCE + " is missing: see gazetteer/README.md");
      }
      return read(file);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + RESOURCE, e);
    }
  }

  static Gazetteer read(InputStream file) throws IOException {
    var head = new DataInputStream(new GZIPInputStream(file, 1 << 16));
    if (head.readInt() != MAGIC || head.readInt() != VERSION) {
      throw new IOException("not a gazetteer of version " + VERSION);
    }
    byte[] content = new byte[checked(head.readInt(), MOST_BYTES)];
    head.readFully(content);
    var reader = new GazetteerReader(ByteBuffer.wrap(content));
    return new Gazetteer(reader.places(), reader.names());
  }

  private Places places() throws IOException {
    int countries = count();
    int regions = count();
    int size = count();
    long[] ids = longs(size);
    float[] lats = degrees("lat", size, 90);
    float[] lons = degrees("lon", size, 180);
    int[] populations = ints(size);
    short[] countryOf = shorts(size);
    short[] regionOf = shorts(size);
    byte[] features = bytes(size);
    byte[] fame = bytes(size);
    short[] zoneOf = shorts(size);
    String[] zones = strings(count());
    String[] codes = strings(countries);
    int[] nameStarts = starts(bytes(size));
    byte[] names = bytes(nameStarts[size]);
    return new Places(
        countries,
        regions,
        ids,
        lats,
        lons,
        populations,
        countryOf,
        regionOf,
        features,
        fame,
        zoneOf,
        zones,
        codes,
        names,
        nameStarts);
  }

  private static int[] starts(byte[] lengths) {
    int[] starts = new int[lengths.length + 1];
    for (int i = 0; i < lengths.length; i++) {
      starts[i + 1] = starts[i] + (lengths[i] & 0xFF);
    }
    return starts;
  }

  private Names names() throws IOException {
    int[] data = ints(count());
    int size = count();
    int slots = Integer.highestOneBit(size) * 2;
    slots = slots * 0.7 < size ? slots * 2 : slots;
    long[] hashes = new long[slots];
    int[] values = new int[slots];
    var key = new Key(in);
    int entry = 0;
    for (int i = 0; i < size; i++) {
      put(hashes, values, key.next(), entry);
      entry += 1 + (data[entry] & Gazetteer.COUNT_MASK);
    }
    return new Names(hashes, values, data);
  }

  private static void put(long[] hashes, int[] values, long hash, int entry) throws IOException {
    int mask = hashes.length - 1;
    int slot = Gazetteer.slot(hash, mask);
    while (hashes[slot] != 0) {
      if (hashes[slot] == hash) {
        throw new IOException("two names with the hash " + hash);
      }
      slot = (slot + 1) & mask;
    }
    hashes[slot] = hash;
    values[slot] = entry;
  }

  /** The current key as a stack of hashes: entry n is the hash of its first n letters. */
  private static final class Key {

    private final long[] hashes = new long[256];
    private final byte[] bytes;
    private int at;

    Key(ByteBuffer in) {
      this.bytes = new byte[in.remaining()];
      in.get(bytes);
      hashes[0] = LetterHash.START;
    }

    long next() {
      int length = bytes[at++] & 0xFF;
      for (int more = bytes[at++] & 0xFF; more > 0; more--, length++) {
        hashes[length + 1] = LetterHash.extend(hashes[length], letter());
      }
      return hashes[length];
    }

    private char letter() {
      int first = bytes[at++];
      return (char) (first >= 0 ? first : ((first & 0x7F) << 8) | (bytes[at++] & 0xFF));
    }
  }

  private int count() throws IOException {
    return checked(in.getInt(), BIGGEST);
  }

  private static int checked(int count, int most) throws IOException {
    if (count < 0 || count > most) {
      throw new IOException("absurd count " + count);
    }
    return count;
  }

  private byte[] bytes(int size) {
    byte[] values = new byte[size];
    in.get(values);
    return values;
  }

  private long[] longs(int size) {
    long[] values = new long[size];
    in.asLongBuffer().get(values);
    skip(size * Long.BYTES);
    return values;
  }

  private int[] ints(int size) {
    int[] values = new int[size];
    in.asIntBuffer().get(values);
    skip(size * Integer.BYTES);
    return values;
  }

  private float[] degrees(String field, int size, double limit) {
    float[] values = new float[size];
    in.asFloatBuffer().get(values);
    skip(size * Float.BYTES);
    for (float value : values) {
      Degrees.check(field, value, limit);
    }
    return values;
  }

  private short[] shorts(int size) {
    short[] values = new short[size];
    in.asShortBuffer().get(values);
    skip(size * Short.BYTES);
    return values;
  }

  private String[] strings(int size) {
    String[] values = new String[size];
    for (int i = 0; i < size; i++) {
      values[i] = new String(bytes(in.get() & 0xFF), StandardCharsets.UTF_8);
    }
    return values;
  }

  private void skip(int bytes) {
    in.position(in.position() + bytes);
  }
}

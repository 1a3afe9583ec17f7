package org.groundswell.nlp.places;

import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.zip.GZIPInputStream;
import org.groundswell.nlp.places.Gazetteer.Names;
import org.groundswell.nlp.places.Gazetteer.Places;

/**
 * Reads the gazetteer's file: gzip around big-endian columns, places first, then the sorted names,
 * each of which says how many letters it shares with the one before.
 */
final class GazetteerReader {

  static final int MAGIC = 0x47535750;
  static final int VERSION = 1;
  static final String RESOURCE = "gazetteer.bin.gz";

  private static final int BIGGEST = 4_000_000;

  private GazetteerReader() {}

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
    byte[] bytes = new GZIPInputStream(file, 1 << 16).readAllBytes();
    var in = new DataInputStream(new ByteArrayInputStream(bytes));
    if (in.readInt() != MAGIC || in.readInt() != VERSION) {
      throw new IOException("not a gazetteer of version " + VERSION);
    }
    return new Gazetteer(readPlaces(in), readNames(in));
  }

  private static Places readPlaces(DataInputStream in) throws IOException {
    int countries = count(in);
    int regions = count(in);
    int size = count(in);
    long[] ids = new long[size];
    for (int i = 0; i < size; i++) {
      ids[i] = in.readLong();
    }
    float[] lats = degrees("lat", in, size, 90);
    float[] lons = degrees("lon", in, size, 180);
    int[] populations = ints(in, size);
    short[] countryOf = shorts(in, size);
    short[] regionOf = shorts(in, size);
    byte[] features = in.readNBytes(size);
    String[] codes = new String[countries];
    for (int i = 0; i < countries; i++) {
      codes[i] = in.readUTF();
    }
    int[] nameStarts = new int[size + 1];
    for (int i = 0; i < size; i++) {
      nameStarts[i + 1] = nameStarts[i] + in.readUnsignedByte();
    }
    byte[] names = in.readNBytes(nameStarts[size]);
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
        codes,
        names,
        nameStarts);
  }

  private static Names readNames(DataInputStream in) throws IOException {
    int[] data = ints(in, count(in));
    int size = count(in);
    int slots = Integer.highestOneBit(size) * 2;
    slots = slots * 0.7 < size ? slots * 2 : slots;
    long[] hashes = new long[slots];
    int[] values = new int[slots];
    var key = new Key();
    int entry = 0;
    for (int i = 0; i < size; i++) {
      put(hashes, values, key.next(in), entry);
      entry += 1 + (data[entry] & 0xFFF);
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

    Key() {
      hashes[0] = NameHash.START;
    }

    long next(DataInputStream in) throws IOException {
      int length = in.readUnsignedByte();
      for (int more = in.readUnsignedByte(); more > 0; more--, length++) {
        hashes[length + 1] = NameHash.extend(hashes[length], letter(in));
      }
      return hashes[length];
    }

    private static char letter(DataInputStream in) throws IOException {
      int first = in.readUnsignedByte();
      return (char) (first < 0x80 ? first : ((first & 0x7F) << 8) | in.readUnsignedByte());
    }
  }

  private static int count(DataInputStream in) throws IOException {
    int count = in.readInt();
    if (count < 0 || count > BIGGEST) {
      throw new IOException("absurd count " + count);
    }
    return count;
  }

  private static int[] ints(DataInputStream in, int size) throws IOException {
    int[] values = new int[size];
    for (int i = 0; i < size; i++) {
      values[i] = in.readInt();
    }
    return values;
  }

  private static float[] degrees(String field, DataInputStream in, int size, double limit)
      throws IOException {
    float[] values = new float[size];
    for (int i = 0; i < size; i++) {
      values[i] = in.readFloat();
      Degrees.check(field, values[i], limit);
    }
    return values;
  }

  private static short[] shorts(DataInputStream in, int size) throws IOException {
    short[] values = new short[size];
    for (int i = 0; i < size; i++) {
      values[i] = in.readShort();
    }
    return values;
  }
}

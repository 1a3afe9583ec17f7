package org.groundswell.nlp.places;

import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * The world's countries, first-order divisions and towns, and the names that they go by.
 *
 * <p>A place is an ordinal: countries first, then divisions, then towns by falling population. A
 * name is an <em>entry</em>, found by {@link org.groundswell.nlp.text.LetterHash} and read with the
 * methods that take one; -1 is no entry. Immutable, so safe for use by many threads. Some 200,000
 * places and 600,000 names take about 40 MB, because everything is an array of numbers.
 */
final class Gazetteer {

  /** Entry flags, part of the file format: a given name of people. */
  static final int FIRST_NAME = 1;

  /** Looks like a place and is none, such as "New York Times". */
  static final int NOT_A_PLACE = 2;

  /** A word of the first language of {@link Languages#ALL}; of the next, twice this, and so on. */
  static final int WORD = 4;

  /** The places, by ordinal. Never compared, so arrays do. */
  @SuppressWarnings("ArrayRecordComponent")
  record Places(
      int countries,
      int regions,
      long[] ids,
      float[] lats,
      float[] lons,
      int[] populations,
      short[] countryOf,
      short[] regionOf,
      byte[] features,
      byte[] fame,
      short[] zoneOf,
      String[] zones,
      String[] codes,
      byte[] names,
      int[] nameStarts) {}

  /** The names: open addressing on the hash; a value is the offset of an entry in {@code data}. */
  @SuppressWarnings("ArrayRecordComponent")
  record Names(long[] hashes, int[] values, int[] data) {}

  /** Town features, part of the file format. */
  static final int CAPITAL = 1;

  static final int SEAT = 2;
  static final int SECTION = 4;

  /** The head of an entry holds its count in so many bits. */
  static final int COUNT_BITS = 6;

  static final int COUNT_MASK = (1 << COUNT_BITS) - 1;

  private final Places places;
  private final Names names;
  private final int firstTown;

  Gazetteer(Places places, Names names) {
    this.places = places;
    this.names = names;
    this.firstTown = places.countries() + places.regions();
  }

  int size() {
    return places.ids().length;
  }

  int firstTown() {
    return firstTown;
  }

  Level level(int place) {
    if (place >= firstTown) {
      return Level.TOWN;
    }
    return place >= places.countries() ? Level.ADMIN1 : Level.COUNTRY;
  }

  long id(int place) {
    return places.ids()[place];
  }

  float lat(int place) {
    return places.lats()[place];
  }

  float lon(int place) {
    return places.lons()[place];
  }

  int population(int place) {
    return places.populations()[place];
  }

  boolean has(int place, int feature) {
    return (places.features()[place] & feature) != 0;
  }

  /** How many names GeoNames has for it, at most 255; 0 for what is no town. */
  int fame(int place) {
    return places.fame()[place] & 0xFF;
  }

  /** IANA time zone; of a division or country, that of its most populous town. */
  String zone(int place) {
    return places.zones()[places.zoneOf()[place]];
  }

  /** Ordinal of the country that the place lies in, or that it is. */
  int country(int place) {
    return places.countryOf()[place];
  }

  /** Ordinal of the division that the place lies in, or that it is; -1 when none is known. */
  int region(int place) {
    return places.regionOf()[place];
  }

  /** Whether a country or division holds another place. */
  boolean contains(int outer, int inner) {
    return outer != inner
        && switch (level(outer)) {
          case COUNTRY -> country(inner) == outer;
          case ADMIN1 -> region(inner) == outer;
          case TOWN -> false;
        };
  }

  String name(int place) {
    int start = places.nameStarts()[place];
    int length = places.nameStarts()[place + 1] - start;
    return new String(places.names(), start, length, StandardCharsets.UTF_8);
  }

  Country countryRecord(int place) {
    int country = country(place);
    String code = places.codes()[country];
    return new Country(
        id(country), code, name(country), degrees(lat(country)), degrees(lon(country)));
  }

  @Nullable Region regionRecord(int place) {
    int region = region(place);
    return region < 0
        ? null
        : new Region(id(region), name(region), degrees(lat(region)), degrees(lon(region)));
  }

  String countryCode(int place) {
    return places.codes()[country(place)];
  }

  /** Undoes the noise of storing degrees as floats. */
  static double degrees(float stored) {
    return Math.round(stored * 1e4) / 1e4;
  }

  int entry(long hash) {
    int mask = names.hashes().length - 1;
    for (int slot = slot(hash, mask); ; slot = (slot + 1) & mask) {
      long found = names.hashes()[slot];
      if (found == hash) {
        return names.values()[slot];
      }
      if (found == 0) {
        return -1;
      }
    }
  }

  static int slot(long hash, int mask) {
    return (int) (((hash ^ (hash >>> 29)) * 0x9E3779B97F4A7C15L) >>> 33) & mask;
  }

  // An entry is a head, count:6 flags:14 longest:4 splits:8 bits, then place << 3 | kind.

  boolean flagged(int entry, int flags) {
    return ((names.data()[entry] >>> COUNT_BITS) & flags) != 0;
  }

  /** The most words that a name beginning with this word has. */
  int longest(int entry) {
    return (names.data()[entry] >>> 20) & 0xF;
  }

  /** Whether the name is written with so many words. */
  boolean splitsInto(int words, int entry) {
    return ((names.data()[entry] >>> 24) & (1 << (words - 1))) != 0;
  }

  int count(int entry) {
    return names.data()[entry] & COUNT_MASK;
  }

  int place(int entry, int index) {
    return names.data()[entry + 1 + index] >>> 3;
  }

  NameKind kind(int entry, int index) {
    return NameKind.of(names.data()[entry + 1 + index] & 7);
  }
}

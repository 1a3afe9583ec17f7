package org.groundswell.nlp.places;

import org.groundswell.nlp.text.Folding;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.IntPredicate;

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
  private final OwnWords corpus;
  private final Map<String, Integer> ordinals = new HashMap<>();

  GazetteerBuilder(GazetteerSources sources, HandWritten handWritten, OwnWords corpus) {
    this.sources = sources;
    this.corpus = corpus;
    this.handWritten = handWritten;
  }

  GazetteerBuilder build() {
    addCountries();
    addRegions();
    addTowns();
    locateRegionsAndCountries();
    nameCountries();
    nameRegions();
    flagWords();
    handWritten.addTo(names, this::resolve);
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
    town.features =
        switch (row[7]) {
          case "PPLC" -> Gazetteer.CAPITAL | Gazetteer.SEAT;
          case "PPLA" -> Gazetteer.SEAT;
          case "PPLX" -> Gazetteer.SECTION;
          default -> 0;
        };
    return town;
  }

  private void nameTown(String[] row, int place) {
    names.add(row[1], place, NameKind.NAME);
    names.add(row[2], place, NameKind.NAME);
    boolean known = places.get(place).population >= POPULATION_FOR_ALTERNATES;
    if (known || row[7].startsWith("PPLA") || row[7].equals("PPLC")) {
      for (String alternate : row[3].split(",")) {
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
    Map<String, Set<String>> translations = sources.countryNames();
    Map<String, Set<String>> nationalities = sources.nationalities();
    for (int i = 0; i < countries; i++) {
      Place country = places.get(i);
      names.add(country.name, i, NameKind.NAME);
      for (String name : translations.getOrDefault(country.code, Set.of())) {
        names.add(name, i, Spelling.isCode(name) ? NameKind.CODE : NameKind.NAME);
      }
      for (String demonym : nationalities.getOrDefault(country.code, Set.of())) {
        for (String form : Spelling.demonymForms(demonym)) {
          names.add(form, i, NameKind.DEMONYM);
        }
      }
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

  /** Words of two letters are flagged by hand alone: the lists hold the codes of states. */
  private void flagWords() {
    sources.englishWords().stream()
        .filter(word -> word.length() > 2 && !isNameOfGreatTown(word))
        .forEach(word -> names.flag(word, Gazetteer.COMMON_WORD));
    sources.firstNames().forEach(name -> names.flag(name, Gazetteer.FIRST_NAME));
    corpus.words().stream()
        .filter(word -> names.contains(word) && !isNameOfGreatTown(word) && !isCountry(word))
        .forEach(word -> names.flag(word, Gazetteer.COMMON_WORD));
  }

  /** Also its people: bolivianos. */
  private boolean isCountry(String word) {
    return names.entries().get(word).places.stream()
        .anyMatch(posting ->
            (posting & 7) == NameKind.DEMONYM.ordinal()
                || ((posting >>> 3) < countries
                    && Folding.fold(places.get(posting >>> 3).name).equals(word)));
  }

  private boolean isNameOfGreatTown(String word) {
    return hasNamesake(
        word,
        place ->
            places.get(place).population >= POPULATION_OF_GREAT_TOWNS
                && Words.of(places.get(place).name).equals(List.of(word))); // hail is no Ha'il
  }

  private boolean hasNamesake(String word, IntPredicate condition) {
    NameIndex.Entry entry = names.entries().get(String.join("", Words.of(word)));
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
    String key = String.join("", Words.of(place.substring(0, comma)));
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

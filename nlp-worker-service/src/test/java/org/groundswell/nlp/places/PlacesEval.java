package org.groundswell.nlp.places;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.groundswell.nlp.text.LetterHash;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Measures the finder on real posts whose places people marked; run by name with GROUNDSWELL_DATA
 * set. Right means within 161 km (100 miles), as the literature on geoparsing has it; a country or
 * division is also right when it is the very one that is marked, wherever its middle is put. The
 * baseline takes, for each marked name, the most populous place of that name.
 */
class PlacesEval {

  private static final double NEAR_KM = 161;

  /** Each set of resolved mentions with the language of its posts. */
  private static final Map<String, String> RESOLVED =
      new TreeMap<>(Map.of("en", "en", "ar", "ar", "world", "en"));

  private static final Map<String, String> MARKED =
      new TreeMap<>(
          Map.of(
              "mentions-tweets-en", "en",
              "mentions-tweets-ar", "ar",
              "resolved-tweets-en", "en",
              "resolved-tweets-ar", "ar",
              "resolved-tweets-world", "en"));

  private static final Gazetteer GAZETTEER = GazetteerReader.readShipped();
  private static final PlaceFinder FINDER = new PlaceFinder(GAZETTEER);
  private static @Nullable Path folder;

  @BeforeAll
  static void findData() {
    String data = System.getenv("GROUNDSWELL_DATA");
    assumeTrue(data != null, "GROUNDSWELL_DATA is not set: it names the folder of evaluation data");
    folder = Path.of(data, "places");
  }

  private record Gold(
      String text,
      int start,
      int end,
      String type,
      double lat,
      double lon,
      String country,
      long geonameId) {
    boolean isResolved() {
      return !Double.isNaN(lat);
    }
  }

  private record Post(String text, List<Gold> mentions) {}

  /** Counts over marked mentions; {@code named} are those whose name the gazetteer has. */
  private static final class Tally {
    int gold;
    int found;
    int near;
    int country;
    int baselineNear;
    int baselineCountry;
    int baselineNearOfFound;
    int baselineCountryOfFound;

    @Override
    public String toString() {
      return String.format(
          Locale.ROOT,
          "n=%d found=%.3f | of all: near=%.3f country=%.3f, baseline near=%.3f country=%.3f"
              + " | of found: near=%.3f country=%.3f, baseline near=%.3f country=%.3f",
          gold,
          1.0 * found / gold,
          1.0 * near / gold,
          1.0 * country / gold,
          1.0 * baselineNear / gold,
          1.0 * baselineCountry / gold,
          1.0 * near / Math.max(1, found),
          1.0 * country / Math.max(1, found),
          1.0 * baselineNearOfFound / Math.max(1, found),
          1.0 * baselineCountryOfFound / Math.max(1, found));
    }
  }

  @Test
  void resolvesMentions() throws IOException {
    for (var set : RESOLVED.entrySet()) {
      var tallies = new TreeMap<String, Tally>();
      var wrong = new TreeMap<String, Integer>();
      var lost = new TreeMap<String, Integer>();
      for (Post post : read("resolved-tweets-" + set.getKey() + ".jsonl")) {
        List<Reading> readings = FINDER.readings(post.text(), set.getValue(), -1);
        for (Gold gold : post.mentions()) {
          if (gold.isResolved()) {
            count(gold, readings, tallies.computeIfAbsent("all", _ -> new Tally()));
            count(gold, readings, tallies.computeIfAbsent(gold.type(), _ -> new Tally()));
            note(gold, readings, wrong, lost);
          }
        }
      }
      tallies.forEach((type, tally) -> System.out.printf("%s %s: %s%n", set.getKey(), type, tally));
      System.out.println("  far: " + most(wrong));
      System.out.println("  lost to the baseline: " + most(lost));
    }
  }

  private static @Nullable Reading found(Gold gold, List<Reading> readings) {
    return readings.stream().filter(reading -> overlaps(gold, reading)).findFirst().orElse(null);
  }

  /** What is read as another place, and what is right by the baseline alone. */
  private static void note(
      Gold gold,
      List<Reading> readings,
      TreeMap<String, Integer> wrong,
      TreeMap<String, Integer> lost) {
    Reading found = found(gold, readings);
    if (found != null && isNear(gold, found.place())) {
      return;
    }
    String read =
        found == null
            ? "-"
            : GAZETTEER.name(found.place()) + " " + GAZETTEER.countryCode(found.place());
    if (found != null) {
      wrong.merge(gold.text() + ">" + read, 1, Integer::sum);
    }
    int naive = mostPopulous(gold.text());
    if (naive >= 0 && isNear(gold, naive)) {
      lost.merge(gold.text() + ">" + read, 1, Integer::sum);
    }
  }

  private static void count(Gold gold, List<Reading> readings, Tally tally) {
    Reading found = found(gold, readings);
    int naive = mostPopulous(gold.text());
    boolean naiveNear = naive >= 0 && isNear(gold, naive);
    boolean naiveCountry = naive >= 0 && isCountry(gold, naive);
    tally.gold++;
    tally.baselineNear += naiveNear ? 1 : 0;
    tally.baselineCountry += naiveCountry ? 1 : 0;
    if (found != null) {
      tally.found++;
      tally.near += isNear(gold, found.place()) ? 1 : 0;
      tally.country += isCountry(gold, found.place()) ? 1 : 0;
      tally.baselineNearOfFound += naiveNear ? 1 : 0;
      tally.baselineCountryOfFound += naiveCountry ? 1 : 0;
    }
  }

  private static int mostPopulous(String name) {
    int entry = GAZETTEER.entry(LetterHash.of(String.join("", Words.of(name))));
    int best = -1;
    for (int i = 0; entry >= 0 && i < GAZETTEER.count(entry); i++) {
      int place = GAZETTEER.place(entry, i);
      best = best < 0 || GAZETTEER.population(place) > GAZETTEER.population(best) ? place : best;
    }
    return best;
  }

  private static boolean overlaps(Gold gold, Reading reading) {
    return reading.mention().start() < gold.end() && gold.start() < reading.mention().end();
  }

  private static boolean isNear(Gold gold, int place) {
    return TownGrid.km(gold.lat(), gold.lon(), GAZETTEER.lat(place), GAZETTEER.lon(place))
            <= NEAR_KM
        || GAZETTEER.id(place) == gold.geonameId()
        || (GAZETTEER.level(place) == Level.COUNTRY
            && isCountry(gold, place)
            && gold.type().equals("Country"));
  }

  private static boolean isCountry(Gold gold, int place) {
    return gold.country().equalsIgnoreCase(GAZETTEER.countryCode(place));
  }

  /**
   * How often what is said with some confidence is right, where right means near as well. People
   * did not mark adjectives of nationality, nor what is part of a hashtag: that counts only where
   * they did.
   */
  @Test
  void tellsHowSureItIs() throws IOException {
    for (var set : RESOLVED.entrySet()) {
      int[] all = new int[10];
      int[] right = new int[10];
      double[] sure = new double[10];
      for (Post post : read("resolved-tweets-" + set.getKey() + ".jsonl")) {
        for (Reading reading : FINDER.readings(post.text(), set.getValue(), -1)) {
          Gold gold = goldOf(post, reading);
          boolean counts =
              gold == null
                  ? reading.kind() != NameKind.DEMONYM && !isTagged(post, reading)
                  : gold.isResolved();
          if (counts) {
            double confidence = PlaceFinder.confidence(reading);
            int bin = (int) Math.min(9, confidence * 10);
            all[bin]++;
            sure[bin] += confidence;
            right[bin] += gold != null && isNear(gold, reading.place()) ? 1 : 0;
          }
        }
      }
      for (int bin = 0; bin < 10; bin++) {
        if (all[bin] > 0) {
          System.out.printf(
              Locale.ROOT,
              "%s confidence %.2f: right %.2f (n=%d)%n",
              set.getKey(),
              sure[bin] / all[bin],
              1.0 * right[bin] / all[bin],
              all[bin]);
        }
      }
    }
  }

  private static boolean isTagged(Post post, Reading reading) {
    return TextScanner.scan(post.text()).get(reading.mention().first()).tag() > 0;
  }

  /** The mark that a reading falls on; of a name that is marked once, also its repetitions. */
  private static @Nullable Gold goldOf(Post post, Reading reading) {
    String name = post.text().substring(reading.mention().start(), reading.mention().end());
    return post.mentions().stream()
        .filter(gold -> overlaps(gold, reading))
        .findFirst()
        .orElse(
            post.mentions().stream()
                .filter(gold -> gold.text().endsWith(name))
                .findFirst()
                .orElse(null));
  }

  @Test
  void detectsMentions() throws IOException {
    for (var set : MARKED.entrySet()) {
      int right = 0;
      int found = 0;
      int gold = 0;
      int recalled = 0;
      var wrong = new TreeMap<String, Integer>();
      var missed = new TreeMap<String, Integer>();
      for (Post post : read(set.getKey() + ".jsonl")) {
        List<Reading> readings = FINDER.readings(post.text(), set.getValue(), -1);
        for (Reading reading : readings) {
          String name = post.text().substring(reading.mention().start(), reading.mention().end());
          boolean hit = goldOf(post, reading) != null;
          found++;
          right += hit ? 1 : 0;
          if (!hit) {
            wrong.merge(name, 1, Integer::sum);
          }
        }
        for (Gold mention : post.mentions()) {
          boolean hit = readings.stream().anyMatch(reading -> overlaps(mention, reading));
          gold++;
          recalled += hit ? 1 : 0;
          if (!hit) {
            missed.merge(mention.text(), 1, Integer::sum);
          }
        }
      }
      double precision = 1.0 * right / found;
      double recall = 1.0 * recalled / gold;
      System.out.printf(
          Locale.ROOT,
          "%s: precision=%.3f (n=%d) recall=%.3f (n=%d) F1=%.3f%n",
          set.getKey(),
          precision,
          found,
          recall,
          gold,
          2 * precision * recall / (precision + recall));
      System.out.println("  not marked: " + most(wrong));
      System.out.println("  missed: " + most(missed));
    }
  }

  private static List<String> most(TreeMap<String, Integer> counts) {
    return counts.entrySet().stream()
        .sorted((a, b) -> b.getValue() - a.getValue())
        .limit(Integer.getInteger("places.show", 40))
        .map(Object::toString)
        .toList();
  }

  @Test
  void measuresSpeed() throws IOException {
    for (String set : List.of("mentions-tweets-en", "mentions-tweets-ar")) {
      List<Post> posts = read(set + ".jsonl");
      String language = set.substring(set.length() - 2);
      double seconds = 0;
      int found = 0;
      for (int round = 0; round < 6; round++) {
        long start = System.nanoTime();
        found = 0;
        for (Post post : posts) {
          found += FINDER.find(post.text(), language, PlaceHints.NONE).size();
        }
        seconds = (System.nanoTime() - start) / 1e9;
      }
      System.out.printf(
          Locale.ROOT, "%s: %.1f µs a post, %d places%n", set, seconds * 1e6 / posts.size(), found);
    }
    System.gc();
    long before = used();
    long start = System.nanoTime();
    var second = new PlaceFinder(GazetteerReader.readShipped());
    double seconds = (System.nanoTime() - start) / 1e9;
    System.gc();
    System.out.printf(
        Locale.ROOT,
        "load %.2f s, heap %d MB, %s%n",
        seconds,
        (used() - before) >> 20,
        second.hashCode() != 0);
  }

  private static long used() {
    return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
  }

  private static List<Post> read(String file) throws IOException {
    var posts = new ArrayList<Post>();
    if (folder == null) {
      throw new IllegalStateException("no data");
    }
    for (String line : Files.readAllLines(folder.resolve(file))) {
      JsonNode row = JsonMapper.shared().readTree(line);
      String text = row.path("text").asString();
      var mentions = new ArrayList<Gold>();
      row.path("mentions").forEach(mention -> addGold(mention, text, mentions));
      posts.add(new Post(text, mentions));
    }
    return posts;
  }

  private static void addGold(JsonNode mention, String text, List<Gold> mentions) {
    String name = mention.path("text").asString();
    JsonNode at = mention.has("start") ? mention.path("start") : mention.path("char_position");
    int start = at.isNumber() ? at.asInt() : Integer.parseInt(at.asString("-1"));
    if (start < 0 || !text.startsWith(name, start)) {
      start = text.indexOf(name);
    }
    if (start >= 0) {
      mentions.add(
          new Gold(
              name,
              start,
              start + name.length(),
              mention.path("type").asString("any"),
              degrees(mention, "lat", "latitude"),
              degrees(mention, "lon", "longitude"),
              mention.path("country").asString(mention.path("country_code").asString("")),
              Long.parseLong(mention.path("geoNameId").asString("-1"))));
    }
  }

  private static double degrees(JsonNode mention, String name, String otherName) {
    JsonNode value = mention.has(name) ? mention.path(name) : mention.path(otherName);
    if (value.isNumber()) {
      return value.asDouble();
    }
    String text = value.asString("");
    return text.isEmpty() ? Double.NaN : Double.parseDouble(text);
  }
}

package org.groundswell.nlp.places;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Measures the finder on real posts whose places people marked; run by name with GROUNDSWELL_DATA
 * set. Right means within 161 km (100 miles), as the literature on geoparsing has it. The baseline
 * takes, for each marked name, the most populous place of that name.
 */
class PlacesEval {

  private static final double NEAR_KM = 161;
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
      String text, int start, int end, String type, double lat, double lon, String country) {
    boolean isResolved() {
      return !Double.isNaN(lat);
    }
  }

  private record Post(String text, List<Gold> mentions) {}

  private static final class Tally {
    int gold;
    int detected;
    int near;
    int country;
    int baselineNear;
    int baselineCountry;

    @Override
    public String toString() {
      return String.format(
          Locale.ROOT,
          "n=%d found=%.3f | of all: near=%.3f country=%.3f | of found: near=%.3f country=%.3f |"
              + " baseline: near=%.3f country=%.3f",
          gold,
          1.0 * detected / gold,
          1.0 * near / gold,
          1.0 * country / gold,
          1.0 * near / Math.max(1, detected),
          1.0 * country / Math.max(1, detected),
          1.0 * baselineNear / gold,
          1.0 * baselineCountry / gold);
    }
  }

  @Test
  void resolvesMentions() throws IOException {
    for (String set : List.of("en", "world")) {
      var tallies = new TreeMap<String, Tally>();
      for (Post post : read("resolved-tweets-" + set + ".jsonl")) {
        List<Reading> readings = FINDER.readings(post.text(), "en", -1);
        for (Gold gold : post.mentions()) {
          if (gold.isResolved()) {
            count(gold, readings, tallies.computeIfAbsent("all", _ -> new Tally()));
            count(gold, readings, tallies.computeIfAbsent(gold.type(), _ -> new Tally()));
          }
        }
      }
      tallies.forEach((type, tally) -> System.out.printf("%s %s: %s%n", set, type, tally));
    }
  }

  private static void count(Gold gold, List<Reading> readings, Tally tally) {
    tally.gold++;
    for (Reading reading : readings) {
      if (overlaps(gold, reading)) {
        tally.detected++;
        tally.near += isNear(gold, reading.place()) ? 1 : 0;
        tally.country += isCountry(gold, reading.place()) ? 1 : 0;
        break;
      }
    }
    int naive = mostPopulous(gold.text());
    if (naive >= 0) {
      tally.baselineNear += isNear(gold, naive) ? 1 : 0;
      tally.baselineCountry += isCountry(gold, naive) ? 1 : 0;
    }
  }

  private static int mostPopulous(String name) {
    int entry = GAZETTEER.entry(NameHash.of(String.join("", Words.of(name))));
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
        || (GAZETTEER.level(place) == Level.COUNTRY
            && isCountry(gold, place)
            && gold.type().equals("Country"));
  }

  private static boolean isCountry(Gold gold, int place) {
    return gold.country().equalsIgnoreCase(GAZETTEER.countryCode(place));
  }

  @Test
  void detectsMentions() throws IOException {
    for (String file :
        List.of("mentions-tweets-en", "resolved-tweets-en", "resolved-tweets-world")) {
      int right = 0;
      int found = 0;
      int gold = 0;
      int recalled = 0;
      var wrong = new TreeMap<String, Integer>();
      var missed = new TreeMap<String, Integer>();
      for (Post post : read(file + ".jsonl")) {
        List<Reading> readings = FINDER.readings(post.text(), "en", -1);
        for (Reading reading : readings) {
          String name = post.text().substring(reading.mention().start(), reading.mention().end());
          boolean hit =
              post.mentions().stream()
                  .anyMatch(g -> overlaps(g, reading) || g.text().endsWith(name)); // marked once
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
      System.out.printf(
          Locale.ROOT,
          "%s: precision=%.3f (n=%d) recall=%.3f (n=%d)%n",
          file,
          1.0 * right / found,
          found,
          1.0 * recalled / gold,
          gold);
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
    List<Post> posts = read("mentions-tweets-en.jsonl");
    for (int round = 0; round < 6; round++) {
      long start = System.nanoTime();
      int found = 0;
      for (Post post : posts) {
        found += FINDER.find(post.text(), "en", PlaceHints.NONE).size();
      }
      double seconds = (System.nanoTime() - start) / 1e9;
      System.out.printf(Locale.ROOT, "%.0f finds/s, %d places%n", posts.size() / seconds, found);
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
              mention.path("country").asString(mention.path("country_code").asString(""))));
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

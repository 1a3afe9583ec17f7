package org.groundswell.alerts.detection;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.groundswell.alerts.Defaults;
import org.groundswell.alerts.signals.Signal;
import org.junit.jupiter.api.Test;

/**
 * Sensitivity, precision, false alarms and delay of detection on streams whose events are known,
 * beside those of EARS C1, C2 and C3 (Hutwagner et al., "The bioterrorism preparedness and response
 * Early Aberration Reporting System", Journal of Urban Health 80, 2003) and of plain thresholds.
 * All see the same voices in one run and need five of them; EARS counts the trailing 24 hours, anew
 * with each voice.
 *
 * <p>Not run by the build; {@code benchmarks/README.md} says how.
 */
class DetectorComparison {

  private static final int TOWNS = Integer.getInteger("towns", 3_000);
  private static final int DAYS = Integer.getInteger("days", 30);
  private static final int SEEDS = Integer.getInteger("seeds", 3);
  private static final int CALM_DAYS = 10;
  private static final int EVENTS = 60;
  private static final int[] SIZES = {8, 15, 30, 60, 120};
  private static final int EVENT_MINUTES = 120;
  private static final int COOLING = 360;

  /** An event: so many more voices in a town within two hours, most of them in the middle. */
  private record Event(int town, long onset, int size) {}

  /** Says, after each voice, whether a town is above a threshold. */
  private interface Alarm {
    boolean raised(int town, long minute);
  }

  /** Voices of each town in each hour. */
  private static final class Counts {

    private final int[][] hours = new int[TOWNS][DAYS * 24 + 48];

    void hear(int town, long minute) {
      hours[town][(int) (minute / 60 - CalmWorld.FIRST_HOUR)]++;
    }

    /** Voices of the 24 hours that end some days before the hour that a minute is in. */
    int day(int town, long minute, int daysBefore) {
      int last = (int) (minute / 60 - CalmWorld.FIRST_HOUR) - 24 * daysBefore;
      int sum = 0;
      for (int hour = Math.max(0, last - 23); hour <= last; hour++) {
        sum += hours[town][hour];
      }
      return sum;
    }

    int hour(int town, long minute) {
      return hours[town][(int) (minute / 60 - CalmWorld.FIRST_HOUR)];
    }
  }

  private static double ears(Counts counts, int town, long minute, int lag, int back) {
    double[] base = new double[7];
    for (int i = 0; i < 7; i++) {
      base[i] = counts.day(town, minute, back + lag + i + 1);
    }
    double mean = Arrays.stream(base).average().orElse(0);
    double variance = Arrays.stream(base).map(x -> (x - mean) * (x - mean)).sum() / 6;
    // A town without variation would divide by nothing: the usual floor of half a case.
    return (counts.day(town, minute, back) - mean) / Math.max(Math.sqrt(variance), 0.5);
  }

  /** What a detector did on one stream. */
  private static final class Score {

    private final Map<Event, Long> delays = new LinkedHashMap<>();
    private final Map<Integer, Long> last = new HashMap<>();
    private int falseAlarms;

    void raise(int town, long minute, List<Event> events) {
      Long before = last.put(town, minute);
      if (before != null && minute - before < COOLING) {
        return;
      }
      var hit =
          events.stream()
              .filter(event -> event.town() == town)
              .filter(event -> minute >= event.onset() && minute < event.onset() + 1440)
              .findFirst();
      if (hit.isPresent()) {
        delays.putIfAbsent(hit.get(), minute + 1 - hit.get().onset());
      } else if (minute >= CalmWorld.FIRST_MINUTE + CALM_DAYS * 1440L) {
        falseAlarms++;
      }
    }
  }

  @Test
  void compare() {
    for (double median : new double[] {0.01, 0.1}) {
      for (double steadiness : new double[] {8}) {
        Map<String, List<Score>> scores = new LinkedHashMap<>();
        List<List<Event>> events = new ArrayList<>();
        for (int seed = 0; seed < SEEDS; seed++) {
          run(median, steadiness, seed, scores, events);
        }
        tell(median, scores, events);
      }
    }
  }

  private static void run(
      double median,
      double steadiness,
      int seed,
      Map<String, List<Score>> scores,
      List<List<Event>> all) {
    var world = new CalmWorld(TOWNS, median, steadiness, seed);
    var random = new Random(100 + seed);
    List<Event> events = events(world, random);
    all.add(events);
    Map<Long, List<Integer>> extra = new TreeMap<>();
    for (Event event : events) {
      for (int i = 0; i < event.size(); i++) {
        double at = (random.nextDouble() + random.nextDouble()) / 2;
        extra
            .computeIfAbsent(event.onset() + (long) (at * EVENT_MINUTES), _ -> new ArrayList<>())
            .add(event.town());
      }
    }
    var counts = new Counts();
    Map<String, Alarm> others = others(counts);
    var simulator = new Simulator(Defaults.DETECTION, CalmWorld.FIRST_HOUR);
    Map<String, Score> of = new LinkedHashMap<>();
    of.put("groundswell", new Score());
    others.keySet().forEach(name -> of.put(name, new Score()));
    int[] number = new int[1];
    world.play(
        DAYS,
        1,
        minute -> {
          List<Signal> signals = new ArrayList<>(minute.signals());
          for (int town : extra.getOrDefault(minute.minute(), List.of())) {
            signals.add(world.post(world.towns.get(town), "e" + number[0]++, minute.minute()));
          }
          for (Signal signal : signals) {
            int town = (int) signal.place().id() - 1_000;
            counts.hear(town, minute.minute());
            others.forEach((name, alarm) -> {
              if (alarm.raised(town, minute.minute())) {
                of.get(name).raise(town, minute.minute(), events);
              }
            });
          }
          for (Reading reading : simulator.judge(minute.minute(), signals)) {
            if (reading.exceeds()) {
              of.get("groundswell")
                  .raise((int) reading.place().id() - 1_000, minute.minute(), events);
            }
          }
        });
    of.forEach((name, score) -> scores.computeIfAbsent(name, _ -> new ArrayList<>()).add(score));
  }

  private static Map<String, Alarm> others(Counts counts) {
    var others = new LinkedHashMap<String, Alarm>();
    others.put(
        "EARS C1",
        (town, minute) -> enough(counts, town, minute) && ears(counts, town, minute, 0, 0) > 3);
    others.put(
        "EARS C2",
        (town, minute) -> enough(counts, town, minute) && ears(counts, town, minute, 2, 0) > 3);
    others.put(
        "EARS C3",
        (town, minute) -> {
          if (!enough(counts, town, minute)) {
            return false;
          }
          double sum = 0;
          for (int back = 0; back < 3; back++) {
            sum += Math.max(0, ears(counts, town, minute, 2, back) - 1);
          }
          return sum > 2;
        });
    for (int least : new int[] {5, 10, 20}) {
      others.put(least + " in an hour", (town, minute) -> counts.hour(town, minute) >= least);
    }
    return others;
  }

  private static boolean enough(Counts counts, int town, long minute) {
    return counts.day(town, minute, 0) >= Defaults.DETECTION.minVoices();
  }

  private static List<Event> events(CalmWorld world, Random random) {
    var events = new ArrayList<Event>();
    var taken = new boolean[TOWNS];
    while (events.size() < EVENTS) {
      int town = random.nextInt(TOWNS);
      long onset =
          CalmWorld.FIRST_MINUTE
              + CALM_DAYS * 1440L
              + random.nextInt((DAYS - CALM_DAYS - 2) * 1440);
      if (!taken[town]) {
        taken[town] = true;
        events.add(new Event(town, onset, SIZES[events.size() % SIZES.length]));
      }
    }
    return events;
  }

  private static void tell(
      double median, Map<String, List<Score>> scores, List<List<Event>> events) {
    int all = events.stream().mapToInt(List::size).sum();
    System.out.printf(
        "%n%,d towns, %.2f voices an hour in the middle one, %d seeds, %d events of %s voices in %d"
            + " minutes%n",
        TOWNS, median, SEEDS, all, Arrays.toString(SIZES), EVENT_MINUTES);
    scores.forEach((name, list) -> {
      int hits = list.stream().mapToInt(score -> score.delays.size()).sum();
      int wrong = list.stream().mapToInt(score -> score.falseAlarms).sum();
      long[] delays =
          list.stream()
              .flatMap(score -> score.delays.values().stream())
              .mapToLong(Long::longValue)
              .sorted()
              .toArray();
      var bySize = new StringBuilder();
      for (int size : SIZES) {
        long found =
            list.stream()
                .flatMap(score -> score.delays.keySet().stream())
                .filter(event -> event.size() == size)
                .count();
        bySize.append(String.format(Locale.ROOT, " %.2f", found * SIZES.length / (double) all));
      }
      System.out.printf(
          Locale.ROOT,
          "%-14s sensitivity %.3f (by size%s) precision %.3f false alarms/day %.3f median delay %s"
              + " min%n",
          name,
          hits / (double) all,
          bySize,
          hits / (double) Math.max(1, hits + wrong),
          wrong / (double) (SEEDS * (DAYS - CALM_DAYS)),
          delays.length == 0 ? "-" : Long.toString(delays[delays.length / 2]));
    });
  }
}

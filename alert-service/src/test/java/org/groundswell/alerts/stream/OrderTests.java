package org.groundswell.alerts.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.groundswell.alerts.stream.Laboratory.START;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.streams.test.TestRecord;
import org.groundswell.alerts.Sent;
import org.groundswell.alerts.detection.Candidate;
import org.groundswell.alerts.detection.Progress;
import org.groundswell.alerts.detection.Reading;
import org.groundswell.alerts.incident.Alert;
import org.groundswell.alerts.signals.Location;
import org.groundswell.alerts.signals.Signal;
import org.groundswell.alerts.signals.SignalRecord;
import org.groundswell.alerts.signals.Watermark;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The guarantee that the whole design of time is for: the alerts are a function of the posts, to
 * the revision, however partitions are interleaved, however many posts lie between two clocks, and
 * whatever is repeated or comes too late.
 */
class OrderTests {

  private static final int POST_PARTITIONS = 3;
  private static final int SIGNAL_PARTITIONS = 3;
  private static final Instant END = START.plus(Duration.ofDays(4));
  private static final List<Location> PLACES =
      List.of(
          Sent.LAGOS,
          Sent.KANO,
          Sent.LAGOS_STATE,
          Sent.ALL_NIGERIA,
          Sent.town(
              3871336, "Santiago", -33.46, -70.65, 3873544, "Region Metropolitana", Sent.CHILE),
          Sent.town(
              3868626, "Valparaiso", -33.04, -71.63, 3868621, "Region de Valparaiso", Sent.CHILE),
          Sent.IKORODU,
          Sent.OTA);

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6})
  void raisesTheSameAlertsInWhateverOrder(long seed) {
    List<List<Signal>> posts = posts();

    Map<String, List<Alert>> inOrder = play(posts, new Random(0), false);
    Map<String, List<Alert>> shuffled = play(posts, new Random(seed), true);

    assertThat(inOrder).hasSizeGreaterThanOrEqualTo(3);
    assertThat(shuffled).isEqualTo(inOrder);
  }

  /** A quiet murmur everywhere and a few events; the same every time. */
  private static List<List<Signal>> posts() {
    var random = new Random(42);
    var posts = new ArrayList<List<Signal>>();
    for (int i = 0; i < 150; i++) {
      Instant at = START.plusSeconds(random.nextInt(4 * 86_400));
      posts.add(Sent.post(PLACES.get(random.nextInt(PLACES.size())), "murmur" + i, at));
    }
    event(posts, random, Sent.LAGOS, 50, 40);
    event(posts, random, Sent.ALL_NIGERIA, 50, 15);
    event(posts, random, Sent.KANO, 51, 20);
    event(posts, random, Sent.IKORODU, 50, 35);
    event(posts, random, Sent.OTA, 51, 90);
    event(posts, random, PLACES.get(4), 60, 30);
    event(posts, random, PLACES.get(5), 60, 12);
    event(posts, random, PLACES.get(4), 75, 15);
    posts.sort(Comparator.comparing(post -> post.getFirst().eventTime()));
    return posts;
  }

  private static void event(
      List<List<Signal>> posts, Random random, Location place, int hour, int voices) {
    Instant from = START.plus(Duration.ofHours(hour));
    for (int i = 0; i < voices; i++) {
      Instant at = from.plusSeconds(random.nextInt(3_600));
      posts.add(Sent.post(place, place.name() + hour + "-" + i, at));
    }
  }

  private static Map<String, List<Alert>> play(
      List<List<Signal>> posts, Random random, boolean shuffled) {
    var candidates = new ArrayList<Deque<TestRecord<String, Candidate>>>();
    for (int partition = 0; partition < SIGNAL_PARTITIONS; partition++) {
      candidates.add(detect(posts, partition, random, shuffled));
    }
    try (var merging = new Laboratory(SIGNAL_PARTITIONS)) {
      drain(
          candidates,
          random,
          candidate -> {
            merging.candidate(candidate.key(), candidate.value());
            if (random.nextInt(4) == 0) {
              merging.tick();
            }
          });
      merging.work();
      return merging.history().stream()
          .collect(Collectors.groupingBy(Alert::id, TreeMap::new, Collectors.toList()));
    }
  }

  /** What one partition of detection makes of what the workers send it. */
  private static Deque<TestRecord<String, Candidate>> detect(
      List<List<Signal>> posts, int partition, Random random, boolean shuffled) {
    try (var detection = new Laboratory(SIGNAL_PARTITIONS)) {
      var workers = new ArrayList<Deque<SignalRecord>>();
      for (int from = 0; from < POST_PARTITIONS; from++) {
        workers.add(sent(posts, from, partition, random, shuffled));
      }
      drain(
          workers,
          random,
          message -> {
            detection.send(message);
            if (shuffled && random.nextInt(20) == 0) {
              detection.send(message);
            }
            if (random.nextInt(5) == 0) {
              detection.tick();
            }
          });
      if (shuffled) {
        detection.send(tooLate(partition));
      }
      detection.work();
      return detection.candidates().stream()
          .map(candidate -> new TestRecord<>(candidate.key(), from(partition, candidate.value())))
          .collect(Collectors.toCollection(ArrayDeque::new));
    }
  }

  /** The bench has one partition only and calls it 0. */
  private static Candidate from(int partition, Candidate candidate) {
    return switch (candidate) {
      case Reading reading -> reading;
      case Progress(int _, int partitions, long minute) ->
          new Progress(partition, partitions, minute);
    };
  }

  /** What a worker sends to one partition of the signals after reading one of the posts. */
  private static Deque<SignalRecord> sent(
      List<List<Signal>> posts, int from, int to, Random random, boolean shuffled) {
    List<List<Signal>> read =
        IntStream.range(0, posts.size())
            .filter(i -> i % POST_PARTITIONS == from)
            .mapToObj(posts::get)
            .collect(Collectors.toCollection(ArrayList::new));
    if (shuffled) {
      disorder(read, random);
    }
    var sent = new ArrayDeque<SignalRecord>();
    int clocks = shuffled ? 1 + random.nextInt(40) : 10;
    for (int i = 0; i < read.size(); i++) {
      if (random.nextInt(clocks) == 0) {
        sent.add(clock(from, earliestFrom(read, i).minusSeconds(random.nextInt(120))));
      }
      read.get(i).stream()
          .filter(signal -> signal.place().id() % SIGNAL_PARTITIONS == to)
          .forEach(sent::add);
    }
    sent.add(clock(from, END.plus(Duration.ofDays(1))));
    return sent;
  }

  /** Posts may come up to a minute out of order. */
  private static void disorder(List<List<Signal>> posts, Random random) {
    var arrival =
        posts.stream()
            .collect(
                Collectors.toMap(
                    post -> post,
                    post -> post.getFirst().eventTime().plusSeconds(random.nextInt(60)),
                    (one, _) -> one,
                    java.util.IdentityHashMap::new));
    posts.sort(Comparator.comparing(arrival::get));
  }

  private static Instant earliestFrom(List<List<Signal>> posts, int index) {
    return posts.subList(index, posts.size()).stream()
        .map(post -> post.getFirst().eventTime())
        .min(Comparator.naturalOrder())
        .orElse(END);
  }

  private static Watermark clock(int partition, Instant time) {
    Instant from = time.isBefore(START) ? START : time;
    return new Watermark("collector", partition, POST_PARTITIONS, from, START);
  }

  private static List<Signal> tooLate(int partition) {
    return Sent.post(Sent.LAGOS, "late" + partition, START.plus(Duration.ofHours(50)));
  }

  /** Takes from the queues at random, each in its own order. */
  private static <T> void drain(
      List<Deque<T>> queues, Random random, java.util.function.Consumer<T> taker) {
    var left = new ArrayList<>(queues);
    while (!left.isEmpty()) {
      Deque<T> queue = left.get(random.nextInt(left.size()));
      // A queue is now and then read far ahead of the others.
      for (int i = random.nextInt(30); i >= 0 && !queue.isEmpty(); i--) {
        taker.accept(queue.removeFirst());
      }
      left.removeIf(Deque::isEmpty);
    }
  }
}

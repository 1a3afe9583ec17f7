package org.groundswell.system.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.GZIPInputStream;
import org.groundswell.system.cluster.Jars;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Pushes the posts of the simulated week over HTTP, again and again under new ids, until it is
 * closed. Whoever pushes as it does loses nothing: a request that is not answered, or answered with
 * 503, is sent again as it was.
 */
final class Pusher implements AutoCloseable {

  /** Says which posts these are; the same as a replay's, so that keys are easy to compare. */
  private static final String SOURCE = "replay";

  private static final int CALLERS = 4;
  private static final int POSTS_A_REQUEST = 40;
  private static final Duration BETWEEN_REQUESTS = Duration.ofMillis(400);
  private static final Duration BETWEEN_TRIES = Duration.ofMillis(100);
  private static final Duration ANSWER_WITHIN = Duration.ofSeconds(15);
  private static final Duration GIVE_UP = Duration.ofMinutes(3);
  private static final int ACCEPTED = 202;
  private static final int UNAVAILABLE = 503;

  /** Between the id in the file and the number of the round. */
  private static final char ROUND = '.';

  private static final JsonMapper JSON = JsonMapper.shared();

  private final URI address;
  private final List<ObjectNode> week = week();
  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final ExecutorService callers = Executors.newFixedThreadPool(CALLERS);
  private final List<Future<?>> running;
  private final AtomicInteger next = new AtomicInteger();
  private final Map<String, Integer> requests = new ConcurrentHashMap<>();
  private final Silence silence = new Silence();
  private volatile boolean closing;

  private Pusher(URI address) {
    this.address = address;
    this.running =
        IntStream.range(0, CALLERS).<Future<?>>mapToObj(_ -> callers.submit(this::push)).toList();
  }

  static Pusher start(URI address) {
    return new Pusher(address);
  }

  /** Returns the key that a pushed post has in a replay of the same file. */
  static String original(String key) {
    return key.substring(0, key.lastIndexOf(ROUND));
  }

  /**
   * Returns how many requests carried each post, by its key in Kafka; all were answered in the end.
   */
  Map<String, Integer> requests() {
    return requests;
  }

  /** Longest time in which no request was accepted. */
  Silence silence() {
    return silence;
  }

  /** Finishes the requests that are under way, with all their repetitions. */
  @Override
  public void close() {
    closing = true;
    callers.close();
    http.close();
  }

  /** Fails when a request was never accepted. */
  void assertAllAccepted() {
    running.forEach(caller -> assertThat(caller).succeedsWithin(Duration.ZERO));
  }

  private void push() {
    while (!closing) {
      int from = next.getAndAdd(POSTS_A_REQUEST);
      pushUntilAccepted(
          IntStream.range(from, from + POSTS_A_REQUEST).mapToObj(this::post).toList());
      LockSupport.parkNanos(BETWEEN_REQUESTS.toNanos());
    }
  }

  private ObjectNode post(int number) {
    ObjectNode post = week.get(number % week.size()).deepCopy();
    post.put("id", post.get("id").asString() + ROUND + number / week.size());
    return post.put("source", SOURCE);
  }

  private void pushUntilAccepted(List<ObjectNode> posts) {
    String body = posts.stream().map(JSON::writeValueAsString).collect(Collectors.joining("\n"));
    long deadline = System.nanoTime() + GIVE_UP.toNanos();
    do {
      posts.forEach(
          post -> requests.merge(SOURCE + ":" + post.get("id").asString(), 1, Integer::sum));
      if (accepted(body, posts.size())) {
        silence.answered();
        return;
      }
      LockSupport.parkNanos(BETWEEN_TRIES.toNanos());
    } while (System.nanoTime() < deadline);
    throw new AssertionError("A request was not accepted for " + GIVE_UP);
  }

  private boolean accepted(String body, int posts) {
    try {
      HttpResponse<String> answer = http.send(request(body), BodyHandlers.ofString());
      if (answer.statusCode() == UNAVAILABLE) {
        return false;
      }
      assertThat(answer.statusCode()).as(answer.body()).isEqualTo(ACCEPTED);
      assertThat(JSON.readTree(answer.body()).get("accepted").asInt()).isEqualTo(posts);
      return true;
    } catch (IOException _) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private HttpRequest request(String body) {
    return HttpRequest.newBuilder(address)
        .header("Content-Type", "application/x-ndjson")
        .timeout(ANSWER_WITHIN)
        .POST(BodyPublishers.ofString(body))
        .build();
  }

  private static List<ObjectNode> week() {
    var file = Jars.ROOT.resolve("sample/simulated-week.ndjson.gz");
    try (var lines =
        new BufferedReader(
            new InputStreamReader(
                new GZIPInputStream(Files.newInputStream(file)), StandardCharsets.UTF_8))) {
      return lines.lines().map(line -> (ObjectNode) JSON.readTree(line)).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

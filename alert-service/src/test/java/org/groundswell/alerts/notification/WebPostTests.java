package org.groundswell.alerts.notification;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.hc.client5.http.DnsResolver;
import org.apache.hc.client5.http.SystemDefaultDnsResolver;
import org.groundswell.alerts.notification.Outcome.Failed;
import org.groundswell.alerts.notification.Outcome.Refused;
import org.groundswell.alerts.notification.Outcome.Sent;
import org.groundswell.alerts.notification.Receiver.Answer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.http.client.InetAddressFilter;

class WebPostTests {

  private static final Duration TIMEOUT = Duration.ofSeconds(5);
  private static final Clock NOON =
      Clock.fixed(Instant.parse("2026-06-03T12:00:00Z"), ZoneOffset.UTC);
  private static final byte[] BODY = "{}".getBytes(StandardCharsets.UTF_8);
  private static final InetAddressFilter PUBLIC =
      new Destinations(Samples.properties(Map.of())).addresses();

  @ParameterizedTest
  @ValueSource(ints = {200, 201, 202, 204})
  void takesAnySuccessForSent(int status) throws IOException {
    assertThat(answered(Answer.of(status))).isEqualTo(new Sent());
  }

  @ParameterizedTest
  @CsvSource({"408", "425", "429", "500", "502", "503", "504"})
  void comesBackWhereThatMayHelp(int status) throws IOException {
    assertThat(answered(Answer.of(status))).isEqualTo(new Failed("Answered with status " + status));
  }

  @ParameterizedTest
  @ValueSource(ints = {301, 302, 307, 400, 401, 403, 404, 410, 413, 422})
  void givesUpWhereItWillNotHelp(int status) throws IOException {
    assertThat(answered(Answer.of(status)))
        .isEqualTo(new Refused("Answered with status " + status));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          120                           | PT2M
          Wed, 03 Jun 2026 12:00:30 GMT | PT30S
          Wed, 03 Jun 2026 11:00:00 GMT | PT0S
          soon                          | PT0S
          -5                            | PT0S
          99999999999999                | PT0S
          """)
  void heedsWhenItIsAskedToComeBack(String value, Duration pause) throws IOException {
    assertThat(answered(new Answer(503, Map.of("Retry-After", value))))
        .isEqualTo(new Failed("Answered with status 503", pause));
  }

  @Test
  void followsNoRedirect() throws IOException {
    try (var receiver = new Receiver();
        var web = open()) {
      receiver.answer(got ->
          got.path().equals("/a") ? new Answer(307, Map.of("Location", "/b")) : Answer.of(200));

      assertThat(web.post(receiver.url("/a"), BODY, Map.of())).isInstanceOf(Refused.class);
      assertThat(receiver.got("/b")).isEmpty();
    }
  }

  @Test
  void failsWhereNobodyAnswersAndTellsNoAddress() throws IOException {
    int port;
    try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = socket.getLocalPort();
    }
    try (var web = open()) {
      Outcome outcome =
          web.post(URI.create("http://127.0.0.1:" + port + "/s3cret"), BODY, Map.of());

      assertThat(outcome).isInstanceOf(Failed.class);
      assertThat(outcome.toString()).doesNotContain("127.0.0.1").doesNotContain("s3cret");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"127.0.0.1", "localhost", "[::ffff:127.0.0.1]", "127.1", "2130706433", "0.0.0.0"})
  void connectsToNothingPrivateHoweverItIsWritten(String host) throws IOException {
    try (var receiver = new Receiver();
        var web = closed(SystemDefaultDnsResolver.INSTANCE)) {
      URI url = URI.create("http://" + host + ":" + receiver.port() + "/");

      assertThat(web.post(url, BODY, Map.of()))
          .isNotInstanceOf(Sent.class)
          .matches(outcome -> host.startsWith("2130") || outcome instanceof Refused);
      assertThat(receiver.got("/")).isEmpty();
    }
  }

  /**
   * The name leads to an allowed address when it is first looked up and to a forbidden one
   * afterwards, on the same port. Were it looked up once to be checked and once more to connect,
   * the forbidden one would be reached.
   */
  @Test
  void connectsToTheAddressThatWasChecked() throws IOException {
    var lookups = new ArrayList<String>();
    var turning =
        resolver(host -> {
          lookups.add(host);
          return List.of(lookups.size() == 1 ? "127.0.0.2" : "127.0.0.1");
        });
    try (var forbidden = new Receiver();
        var allowed = new Receiver("127.0.0.2", forbidden.port());
        var web = new WebPost(TIMEOUT, InetAddressFilter.of("127.0.0.2"), NOON, turning)) {
      URI url = URI.create("http://rebinding.example:" + forbidden.port() + "/");

      assertThat(web.post(url, BODY, Map.of())).isEqualTo(new Sent());
      assertThat(lookups).hasSize(1);
      assertThat(allowed.got("/")).hasSize(1);
      assertThat(web.post(url, BODY, Map.of())).isInstanceOf(Refused.class);
      assertThat(lookups).hasSize(2);
      assertThat(forbidden.got("/")).isEmpty();
    }
  }

  @Test
  void passesOverTheForbiddenOnesOfSeveralAddresses() throws IOException {
    try (var forbidden = new Receiver();
        var allowed = new Receiver("127.0.0.2", forbidden.port());
        var web =
            new WebPost(
                TIMEOUT,
                InetAddressFilter.of("127.0.0.2"),
                NOON,
                resolver(_ -> List.of("127.0.0.1", "127.0.0.2")))) {
      URI url = URI.create("http://several.example:" + forbidden.port() + "/");

      assertThat(web.post(url, BODY, Map.of())).isEqualTo(new Sent());
      assertThat(allowed.got("/")).hasSize(1);
      assertThat(forbidden.got("/")).isEmpty();
    }
  }

  @Test
  void readsNoAnswerThatDoesNotEnd() throws Exception {
    try (var server = new RawServer("HTTP/1.1 200 OK\r\n\r\n", "x".repeat(10_000));
        var web = open()) {
      assertThat(web.post(server.url(), BODY, Map.of())).isEqualTo(new Sent());
      assertThat(server.awaitEnd()).as("the connection is given up").isTrue();
    }
  }

  @Test
  void letsGoOfAReceiverThatAnswersByteByByte() throws Exception {
    try (var server = new RawServer("HTTP/1.1 200 OK\r\nSlow: ", "x");
        var web = open();
        var attempts =
            new Attempts(
                List.of(new Posting(web, server.url())),
                Samples.withTimeout(Duration.ofMillis(500)))) {
      var row = new SubscriptionRow(java.util.UUID.randomUUID(), NOON.instant());
      row.take(
          SubscriptionRequest.read(
              """
              {"name": "slow", "channel": {"type": "WEBHOOK", "url": "https://x.example",
               "secret": "0123456789abcdef"}}
              """
                  .getBytes(StandardCharsets.UTF_8)),
          null,
          NOON.instant());

      assertThat(attempts.send(row, Message.test(row.getId(), row.getId())))
          .isEqualTo(new Failed("No answer within PT0.5S"));
      assertThat(server.awaitEnd()).as("the connection is given up").isTrue();
    }
  }

  private record Posting(WebPost web, URI url) implements Sender {
    @Override
    public Channel channel() {
      return Channel.WEBHOOK;
    }

    @Override
    public boolean available() {
      return true;
    }

    @Override
    public Outcome send(SubscriptionRow to, Message message) {
      return web.post(url, BODY, Map.of());
    }
  }

  private static Outcome answered(Answer answer) throws IOException {
    try (var receiver = new Receiver();
        var web = open()) {
      receiver.answer(_ -> answer);
      Outcome outcome = web.post(receiver.url("/hook"), BODY, Map.of());
      assertThat(receiver.got("/hook")).as("no attempt of its own accord").hasSize(1);
      return outcome;
    }
  }

  private static WebPost open() {
    return new WebPost(TIMEOUT, InetAddressFilter.all(), NOON, SystemDefaultDnsResolver.INSTANCE);
  }

  private static WebPost closed(DnsResolver names) {
    return new WebPost(TIMEOUT, PUBLIC, NOON, names);
  }

  private interface Names {
    List<String> of(String host);
  }

  private static DnsResolver resolver(Names names) {
    return new DnsResolver() {
      @Override
      public InetAddress[] resolve(String host) throws UnknownHostException {
        return names.of(host).stream().map(InetAddress::ofLiteral).toArray(InetAddress[]::new);
      }

      @Override
      public String resolveCanonicalHostname(String host) {
        return host;
      }
    };
  }

  /** Answers with a beginning and then goes on and on, as long as it is listened to. */
  private static final class RawServer implements AutoCloseable {

    private final ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
    private final Thread thread;

    RawServer(String beginning, String goesOn) throws IOException {
      thread =
          Thread.ofPlatform()
              .start(() -> {
                try (Socket caller = socket.accept()) {
                  var out = caller.getOutputStream();
                  out.write(beginning.getBytes(StandardCharsets.UTF_8));
                  while (true) {
                    out.write(goesOn.getBytes(StandardCharsets.UTF_8));
                    out.flush();
                    // Paces the drip; nothing is awaited by it.
                    Thread.sleep(5);
                  }
                } catch (IOException | InterruptedException _) {
                  // The caller has gone.
                }
              });
    }

    URI url() {
      return URI.create("http://127.0.0.1:" + socket.getLocalPort() + "/");
    }

    boolean awaitEnd() throws InterruptedException {
      return thread.join(Duration.ofSeconds(10));
    }

    @Override
    public void close() throws IOException {
      thread.interrupt();
      socket.close();
    }
  }
}

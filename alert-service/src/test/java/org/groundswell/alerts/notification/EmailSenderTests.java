package org.groundswell.alerts.notification;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.groundswell.alerts.notification.Outcome.Failed;
import org.groundswell.alerts.notification.Outcome.Refused;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.mail.javamail.JavaMailSenderImpl;

/** What a mail server's refusals come to. That messages arrive is tested on a real server. */
class EmailSenderTests {

  @ParameterizedTest
  @CsvSource({
    "MAIL, 550, true",
    "MAIL, 451, false",
    "RCPT, 550, true",
    "RCPT, 450, false",
    "DATA, 554, true",
    "DATA, 421, false"
  })
  void comesBackOrGivesUpAsTheServersCodeSays(String command, int code, boolean forGood)
      throws IOException {
    try (var server = new RefusingServer(command, code)) {
      Outcome outcome = sender(server.port()).send(row(), message());

      String detail = "Answered with SMTP code " + code;
      assertThat(outcome).isEqualTo(forGood ? new Refused(detail) : new Failed(detail));
    }
  }

  @Test
  void comesBackWhereNoServerAnswersAndTellsNoAddress() throws IOException {
    int port;
    try (var server = new RefusingServer("MAIL", 550)) {
      port = server.port();
    }

    Outcome outcome = sender(port).send(row(), message());

    assertThat(outcome).isInstanceOf(Failed.class);
    assertThat(outcome.toString()).doesNotContain("127.0.0.1").doesNotContain("desk@");
  }

  private static EmailSender sender(int port) {
    var mail = new JavaMailSenderImpl();
    mail.setHost("127.0.0.1");
    mail.setPort(port);
    var beans = new StaticListableBeanFactory(Map.of("mail", mail));
    return new EmailSender(
        beans.getBeanProvider(JavaMailSender.class),
        Samples.properties(
            Map.of("groundswell.alerts.notification.mail-from", "groundswell@example.org")),
        Clock.systemUTC());
  }

  private static SubscriptionRow row() {
    var row = new SubscriptionRow(UUID.randomUUID(), Instant.EPOCH);
    row.take(
        SubscriptionRequest.read(
            "{\"name\":\"desk\",\"channel\":{\"type\":\"EMAIL\",\"to\":[\"desk@example.org\"]}}"
                .getBytes(StandardCharsets.UTF_8)),
        null,
        Instant.EPOCH);
    return row;
  }

  private static Message message() {
    return Message.test(UUID.randomUUID(), UUID.randomUUID());
  }

  /** Speaks just enough SMTP to refuse one command. */
  private static final class RefusingServer implements AutoCloseable {

    private final ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());

    RefusingServer(String command, int code) throws IOException {
      Thread.ofVirtual().start(() -> serve(command, code));
    }

    private void serve(String command, int code) {
      try (var caller = socket.accept();
          var in =
              new BufferedReader(
                  new InputStreamReader(caller.getInputStream(), StandardCharsets.US_ASCII))) {
        var out = caller.getOutputStream();
        String answer = "220 here";
        while (answer != null) {
          out.write((answer + "\r\n").getBytes(StandardCharsets.US_ASCII));
          String line = in.readLine();
          answer =
              line == null
                  ? null
                  : line.startsWith(command) ? code + " desk@example.org" : "250 ok";
        }
      } catch (IOException _) {
        // The caller has gone.
      }
    }

    int port() {
      return socket.getLocalPort();
    }

    @Override
    public void close() throws IOException {
      socket.close();
    }
  }
}

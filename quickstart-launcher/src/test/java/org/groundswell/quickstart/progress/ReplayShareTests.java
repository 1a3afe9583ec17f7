package org.groundswell.quickstart.progress;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.OptionalDouble;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReplayShareTests {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          200 | {"file":"week.ndjson","share":0.25} | 0.25
          200 | {"share":1.5}                       |
          200 | {}                                  |
          200 | share                               |
          404 | {"share":0.25}                      |
          """)
  void believesAShareOnly(int status, String body, Double share) throws Exception {
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/api/v1/replay",
        exchange -> {
          exchange.sendResponseHeaders(status, bytes.length);
          exchange.getResponseBody().write(bytes);
          exchange.close();
        });
    server.start();
    var collector = URI.create("http://127.0.0.1:" + server.getAddress().getPort());

    try (var replay = new ReplayShare(collector)) {
      assertThat(replay.now())
          .isEqualTo(share == null ? OptionalDouble.empty() : OptionalDouble.of(share));
    } finally {
      server.stop(0);
    }
  }
}

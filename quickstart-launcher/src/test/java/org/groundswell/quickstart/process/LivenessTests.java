package org.groundswell.quickstart.process;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class LivenessTests {

  private final Liveness liveness = new Liveness();
  private HttpServer server;
  private volatile int status;

  @BeforeEach
  void start() throws Exception {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/actuator/health/liveness",
        exchange -> {
          exchange.sendResponseHeaders(status, -1);
          exchange.close();
        });
    server.start();
  }

  @AfterEach
  void stop() {
    liveness.close();
    server.stop(0);
  }

  @Test
  void believesTheSecondDenialInARow() throws Exception {
    assertThat(brokenAfter(503)).isFalse();
    assertThat(brokenAfter(503)).isTrue();
  }

  @Test
  void forgetsADenialThatIsTakenBack() throws Exception {
    assertThat(brokenAfter(503)).isFalse();
    assertThat(brokenAfter(200)).isFalse();
    assertThat(brokenAfter(503)).isFalse();
  }

  @Test
  void takesSilenceForNoDenial() throws Exception {
    Service service = service();
    server.stop(0);

    assertThat(liveness.broken(service)).isFalse();
    assertThat(liveness.broken(service)).isFalse();
  }

  private boolean brokenAfter(int answer) throws InterruptedException {
    status = answer;
    return liveness.broken(service());
  }

  private Service service() {
    int port = server.getAddress().getPort();
    return new Service("alert", Path.of("a.jar"), port, false, List.of(), Map.of(), false);
  }
}

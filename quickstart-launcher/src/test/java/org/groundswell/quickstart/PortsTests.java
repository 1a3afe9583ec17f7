package org.groundswell.quickstart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import org.groundswell.quickstart.failure.CannotRun;
import org.junit.jupiter.api.Test;

class PortsTests {

  @Test
  void namesThePortInUseAndTheOption() throws IOException {
    try (var taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      int port = taken.getLocalPort();

      assertThatThrownBy(() -> Ports.from(port))
          .isInstanceOf(CannotRun.class)
          .hasMessageContainingAll(
              "Port %d, which the dashboard needs".formatted(port), "choose others with --port");
    }
  }

  @Test
  void takesFreePortsThatDiffer() {
    var ports = Ports.free();

    assertThat(ports.dashboard()).isNotEqualTo(ports.collector());
    assertThat(ports.collector()).isNotEqualTo(ports.alerts());
  }
}

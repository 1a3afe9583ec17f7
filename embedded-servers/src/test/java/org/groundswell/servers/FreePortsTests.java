package org.groundswell.servers;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class FreePortsTests {

  private static final int FIRST_OF_OUTGOING_CONNECTIONS = 32_768;

  @Test
  void findsAnotherPortEachTime() {
    assertThat(IntStream.range(0, 200).map(_ -> FreePorts.next()).boxed()).doesNotHaveDuplicates();
  }

  @Test
  void findsPortsThatNoOutgoingConnectionTakes() {
    assertThat(IntStream.range(0, 200).map(_ -> FreePorts.next()))
        .allMatch(port -> port < FIRST_OF_OUTGOING_CONNECTIONS);
  }

  @Test
  void findsAPortToListenOn() throws IOException {
    int port = FreePorts.next();

    try (var socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
      assertThat(socket.getLocalPort()).isEqualTo(port);
    }
  }
}

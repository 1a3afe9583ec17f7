package org.groundswell.quickstart;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import org.groundswell.quickstart.failure.CannotRun;
import org.groundswell.servers.FreePorts;

/**
 * Ports of a run on 127.0.0.1; further workers, Kafka and PostgreSQL take free ones.
 *
 * @param dashboard page and REST interface
 * @param collector takes pushed posts
 * @param worker the first NLP worker, which shows what it makes of a text
 * @param alerts metrics of the alert service
 */
record Ports(int dashboard, int collector, int worker, int alerts) {

  /** Distance from the first to the last port. */
  static final int SPAN = 3;

  /**
   * Returns the usual ports, counted from the dashboard's.
   *
   * @throws CannotRun when one is in use
   */
  static Ports from(int first) {
    var ports = new Ports(first, first + 1, first + 2, first + SPAN);
    ports.requireFree(ports.dashboard, "the dashboard");
    ports.requireFree(ports.collector, "the collector");
    ports.requireFree(ports.worker, "the first NLP worker");
    ports.requireFree(ports.alerts, "the alert service");
    return ports;
  }

  /** Returns ports that nobody uses now. */
  static Ports free() {
    return new Ports(FreePorts.next(), FreePorts.next(), FreePorts.next(), FreePorts.next());
  }

  private void requireFree(int port, String user) {
    try (var socket = new ServerSocket()) {
      socket.bind(new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), port));
    } catch (IOException e) {
      throw new CannotRun(
          "Port %d, which %s needs, cannot be used (%s); choose others with --port"
              .formatted(port, user, e.getMessage()),
          e);
    }
  }
}

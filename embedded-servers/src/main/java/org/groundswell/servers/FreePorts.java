package org.groundswell.servers;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;

/** Asks the operating system for ports that nobody listens on. */
public final class FreePorts {

  private FreePorts() {}

  /**
   * Returns a port that was free on the loopback address a moment ago; another process may take it
   * before the caller does.
   */
  public static int next() {
    try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new UncheckedIOException("No free port on the loopback address", e);
    }
  }
}

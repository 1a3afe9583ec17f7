package org.groundswell.servers;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Finds ports that nobody listens on.
 *
 * <p>They lie below the ports that systems give to outgoing connections (from 32768 on Linux, from
 * 49152 elsewhere): one of those may be taken by any connection of any process before its finder
 * listens on it.
 */
public final class FreePorts {

  private static final int LOWEST = 20_000;
  private static final int HIGHEST = 32_000;
  private static final int TRIES = 1_000;

  /** Begins anywhere, so that processes that start together seldom meet. */
  private static final AtomicInteger NEXT =
      new AtomicInteger(ThreadLocalRandom.current().nextInt(HIGHEST - LOWEST));

  private FreePorts() {}

  /**
   * Returns a port that was free on the loopback address a moment ago, and another one each time;
   * another process that listens may take it before the caller does.
   *
   * @throws IllegalStateException when none of a thousand was free
   */
  public static int next() {
    for (int i = 0; i < TRIES; i++) {
      int port = LOWEST + Math.floorMod(NEXT.getAndIncrement(), HIGHEST - LOWEST);
      if (isFree(port)) {
        return port;
      }
    }
    throw new IllegalStateException(
        "No free port on the loopback address from %d to %d".formatted(LOWEST, HIGHEST));
  }

  private static boolean isFree(int port) {
    try (var socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
      return socket.isBound();
    } catch (IOException _) {
      return false;
    }
  }
}

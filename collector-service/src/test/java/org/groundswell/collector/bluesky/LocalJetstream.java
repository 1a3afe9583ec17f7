package org.groundswell.collector.bluesky;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/**
 * A server that speaks as much of WebSocket (RFC 6455) as Jetstream does: text frames and pings.
 * Each connection follows the next script; a script that ends cuts the connection without a close
 * frame, which the other side sees as status 1006.
 */
final class LocalJetstream implements AutoCloseable {

  /** What happens on one connection. */
  interface Script {
    void play(Line line) throws IOException, InterruptedException;
  }

  private static final String GUID = "258EAFA5-E914-47DA-95CA-C5AB0DC85B11";

  private final ServerSocket server;
  private final BlockingQueue<Script> scripts = new LinkedBlockingQueue<>();
  private final List<String> requests = new CopyOnWriteArrayList<>();

  LocalJetstream() throws IOException {
    server = new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
    Thread.ofVirtual().start(this::accept);
  }

  URI uri() {
    return URI.create("ws://127.0.0.1:" + server.getLocalPort() + "/subscribe");
  }

  void next(Script script) {
    scripts.add(script);
  }

  /** The request targets of all connections so far, in order. */
  List<String> requests() {
    return requests;
  }

  @Override
  public void close() throws IOException {
    server.close();
  }

  private void accept() {
    while (!server.isClosed()) {
      try {
        Socket socket = server.accept();
        Thread.ofVirtual().start(() -> serve(socket));
      } catch (IOException e) {
        return; // closed
      }
    }
  }

  private void serve(Socket socket) {
    try (socket) {
      var in =
          new BufferedReader(
              new InputStreamReader(socket.getInputStream(), StandardCharsets.ISO_8859_1));
      shakeHands(in, socket.getOutputStream());
      Script script = scripts.poll(30, TimeUnit.SECONDS);
      if (script != null) {
        script.play(new Line(socket.getOutputStream()));
      }
    } catch (IOException | InterruptedException e) {
      // the other side has gone
    }
  }

  private void shakeHands(BufferedReader in, OutputStream out) throws IOException {
    String target = in.readLine().split(" ", 3)[1];
    String key = "";
    for (String header = in.readLine(); !header.isEmpty(); header = in.readLine()) {
      if (header.regionMatches(true, 0, "Sec-WebSocket-Key:", 0, 18)) {
        key = header.substring(18).strip();
      }
    }
    String answer =
        "HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
            + "Sec-WebSocket-Accept: %s\r\n\r\n".formatted(accept(key));
    out.write(answer.getBytes(StandardCharsets.US_ASCII));
    out.flush();
    requests.add(target);
  }

  private static String accept(String key) {
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-1")
              .digest((key + GUID).getBytes(StandardCharsets.US_ASCII));
      return Base64.getEncoder().encodeToString(hash);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The sending side of a connection. */
  record Line(OutputStream out) {

    void text(String text) {
      byte[] payload = text.getBytes(StandardCharsets.UTF_8);
      send(0x81, payload);
    }

    void ping() {
      send(0x89, new byte[0]);
    }

    private void send(int opcode, byte[] payload) {
      try {
        out.write(opcode);
        if (payload.length < 126) {
          out.write(payload.length);
        } else if (payload.length < 1 << 16) {
          out.write(new byte[] {126, (byte) (payload.length >> 8), (byte) payload.length});
        } else {
          out.write(127);
          for (int shift = 56; shift >= 0; shift -= 8) {
            out.write((int) ((long) payload.length >> shift));
          }
        }
        out.write(payload);
        out.flush();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}

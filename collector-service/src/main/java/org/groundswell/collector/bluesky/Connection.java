package org.groundswell.collector.bluesky;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * One WebSocket connection, from its opening to its end. Messages are handed on one at a time, and
 * the next is asked for when the last is done with, so a slow receiver slows the sender.
 *
 * <p>A server that is alive pings: a connection on which neither a message nor a ping came for
 * {@code silence} is taken for dead, a quiet one that pings is not.
 */
final class Connection implements WebSocket.Listener {

  static final int MAX_MESSAGE = 1 << 20;
  private static final Duration LOOK = Duration.ofMillis(250);

  private final Consumer<String> onMessage;
  private final Runnable onOversize;
  private final StringBuilder message = new StringBuilder();
  private final CompletableFuture<String> ended = new CompletableFuture<>();
  private boolean oversize;
  private volatile boolean busy;
  private volatile long heardNanos = System.nanoTime();

  /**
   * Makes a connection that is not open yet.
   *
   * @param onOversize called in place of {@code onMessage} for a message beyond {@link
   *     #MAX_MESSAGE} characters
   */
  Connection(Consumer<String> onMessage, Runnable onOversize) {
    this.onMessage = onMessage;
    this.onOversize = onOversize;
  }

  /**
   * Connects and stays until the connection ends.
   *
   * @return how it ended, for people
   */
  String follow(HttpClient http, URI uri, Duration connectTimeout, Duration silence)
      throws InterruptedException {
    WebSocket socket;
    try {
      socket =
          http.newWebSocketBuilder().connectTimeout(connectTimeout).buildAsync(uri, this).get();
    } catch (ExecutionException e) {
      return "no connection: " + e.getCause();
    }
    try {
      return awaitEnd(silence);
    } finally {
      socket.abort();
    }
  }

  /** Ends the connection from this side. */
  void end(String reason) {
    ended.complete(reason);
  }

  boolean isOver() {
    return ended.isDone();
  }

  private String awaitEnd(Duration silence) throws InterruptedException {
    heardNanos = System.nanoTime();
    while (true) {
      try {
        return ended.get(LOOK.toMillis(), TimeUnit.MILLISECONDS);
      } catch (TimeoutException e) {
        if (!busy && System.nanoTime() - heardNanos > silence.toNanos()) {
          return "neither message nor ping for " + silence;
        }
      } catch (ExecutionException e) {
        return String.valueOf(e.getCause());
      }
    }
  }

  @Override
  public @Nullable CompletionStage<?> onText(WebSocket socket, CharSequence data, boolean last) {
    busy = true;
    try {
      collect(data);
      if (last) {
        handOn();
      }
    } catch (RuntimeException e) {
      ended.completeExceptionally(e);
    } finally {
      heard();
    }
    socket.request(1);
    return null;
  }

  @Override
  public @Nullable CompletionStage<?> onPing(WebSocket socket, ByteBuffer data) {
    heard();
    socket.request(1);
    return null;
  }

  @Override
  public @Nullable CompletionStage<?> onClose(WebSocket socket, int status, String reason) {
    ended.complete("closed with status %d %s".formatted(status, reason).strip());
    return null;
  }

  @Override
  public void onError(WebSocket socket, Throwable error) {
    ended.complete("broken: " + error);
  }

  private void heard() {
    heardNanos = System.nanoTime();
    busy = false;
  }

  private void collect(CharSequence data) {
    oversize |= message.length() + data.length() > MAX_MESSAGE;
    if (oversize) {
      message.setLength(0);
    } else {
      message.append(data);
    }
  }

  private void handOn() {
    String whole = message.toString();
    boolean tooLong = oversize;
    message.setLength(0);
    oversize = false;
    if (tooLong) {
      onOversize.run();
    } else {
      onMessage.accept(whole);
    }
  }
}

package org.groundswell.dashboard.live;

import java.io.IOException;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.springframework.http.MediaType;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/**
 * One open stream. A virtual thread of its own does the writing, so that a slow reader makes nobody
 * else wait. Thread-safe.
 */
final class Listener {

  private final SseEmitter emitter;
  private final BlockingQueue<String> waiting;
  private final long heartbeatMillis;
  private final Consumer<Listener> whenEnded;
  private final Thread writer;

  /** Opens a stream that tells {@code whenEnded} once nothing will be written any more. */
  Listener(LiveProperties limits, Consumer<Listener> whenEnded) {
    this.emitter = new SseEmitter(limits.maxDuration().toMillis());
    this.waiting = new ArrayBlockingQueue<>(limits.backlog());
    this.heartbeatMillis = limits.heartbeat().toMillis();
    this.whenEnded = whenEnded;
    this.writer = Thread.ofVirtual().name("live-listener").unstarted(this::write);
    emitter.onTimeout(this::end);
    emitter.onError(_ -> end());
    emitter.onCompletion(this::end);
  }

  /** Starts to write; call it once. */
  SseEmitter start() {
    writer.start();
    return emitter;
  }

  /** Queues an alert and returns at once; false when this listener is too far behind. */
  boolean offer(String alert) {
    return waiting.offer(alert);
  }

  /** Ends the stream, even in the middle of a write that its reader holds up. */
  void end() {
    writer.interrupt();
  }

  private void write() {
    try {
      emitter.send(SseEmitter.event().comment("connected"));
      while (!Thread.currentThread().isInterrupted()) {
        String alert = waiting.poll(heartbeatMillis, TimeUnit.MILLISECONDS);
        emitter.send(alert == null ? SseEmitter.event().comment("heartbeat") : event(alert));
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (IOException | IllegalStateException e) {
      // The reader has gone, and Spring has ended the request.
    } finally {
      whenEnded.accept(this);
      emitter.complete();
    }
  }

  private static SseEmitter.SseEventBuilder event(String alert) {
    return SseEmitter.event().name("alert").data(alert, MediaType.TEXT_PLAIN);
  }
}

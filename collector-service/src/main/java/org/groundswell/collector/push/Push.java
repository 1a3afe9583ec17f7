package org.groundswell.collector.push;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.groundswell.collector.clock.StreamClock;
import org.groundswell.collector.format.FieldNames;
import org.groundswell.collector.format.PlainJsonFormat;
import org.groundswell.collector.intake.DeletionReason;
import org.groundswell.collector.intake.Door;
import org.groundswell.collector.intake.Intake;
import org.groundswell.collector.intake.Submission.Refused;
import org.groundswell.collector.intake.Submission.Sent;
import org.groundswell.collector.intake.Submission.Skipped;
import org.groundswell.collector.push.PushBody.Line;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.ErrorResponseException;

/**
 * Hands pushed posts to the intake and waits for Kafka's word, in bounded time.
 *
 * <p>Sending may block while the broker is away, so it is done in a thread that the request does
 * not wait for beyond the timeout. A request that was answered with 503 may still be written
 * afterwards; repeating it does no harm, because a post replaces the one with its id.
 */
@Component
@ConditionalOnProperty(name = "groundswell.collector.push.enabled", matchIfMissing = true)
final class Push implements DisposableBean {

  private static final String SOURCE = "push";

  private final Door door;
  private final StreamClock stream;
  private final Clock wall;
  private final Duration timeout;
  private final Semaphore places;
  private final PlainJsonFormat format = new PlainJsonFormat(FieldNames.PLAIN, SOURCE);
  private final ExecutorService sending = Executors.newVirtualThreadPerTaskExecutor();

  Push(Intake intake, StreamClock stream, Clock wall, PushProperties push) {
    this.door = intake.open(SOURCE);
    this.stream = stream;
    this.wall = wall;
    this.timeout = push.timeout();
    this.places = new Semaphore(push.maxConcurrent());
  }

  /**
   * Takes posts.
   *
   * @throws ErrorResponseException 503 when Kafka does not acknowledge them in time, or too many
   *     requests are at work
   */
  PushAnswer take(List<Line> lines) {
    if (!stream.ready()) {
      throw unavailable("The replay is still being prepared");
    }
    return inTime(() -> submit(lines));
  }

  /**
   * Takes a post back.
   *
   * @throws ErrorResponseException 503 as {@link #take}
   */
  void delete(String source, String id) {
    var _ = inTime(() -> door.delete(source, id, DeletionReason.OPERATOR).join());
  }

  @Override
  public void destroy() {
    sending.shutdownNow();
  }

  private PushAnswer submit(List<Line> lines) {
    List<CompletableFuture<Void>> sent = new ArrayList<>();
    List<PushAnswer.Refusal> errors = new ArrayList<>();
    for (Line line : lines) {
      switch (door.submit(format.read(line.bytes(), wall.instant()))) {
        case Sent(var acknowledged) -> sent.add(acknowledged);
        case Refused(var why) ->
            errors.add(new PushAnswer.Refusal(line.number(), why.field(), why.quoted()));
        case Skipped() -> {}
      }
    }
    CompletableFuture.allOf(sent.toArray(CompletableFuture[]::new)).join();
    return new PushAnswer(sent.size(), errors.size(), errors);
  }

  private <T> T inTime(Supplier<T> work) {
    if (!places.tryAcquire()) {
      throw unavailable("Too many requests are at work");
    }
    var done = CompletableFuture.supplyAsync(work, sending);
    var _ = done.whenComplete((_, _) -> places.release());
    try {
      return done.get(timeout.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException | ExecutionException e) {
      throw unavailable("Kafka did not acknowledge in time; some of it may still be written");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw unavailable("The collector is going down");
    }
  }

  private static ErrorResponseException unavailable(String detail) {
    return Problems.of(HttpStatus.SERVICE_UNAVAILABLE, detail + "; try again");
  }
}

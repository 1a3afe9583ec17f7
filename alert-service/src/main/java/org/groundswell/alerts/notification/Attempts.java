package org.groundswell.alerts.notification;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.groundswell.alerts.notification.Outcome.Failed;
import org.springframework.stereotype.Component;

/**
 * Sends by whatever channel a subscription has, within a set time: a receiver that answers a byte a
 * minute is let go. Thread-safe.
 */
@Component
class Attempts implements AutoCloseable {

  private final Map<Channel, Sender> senders;
  private final Duration timeout;

  /** Interrupting a virtual thread ends whatever it waits for on a socket. */
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

  Attempts(List<Sender> senders, NotificationProperties notification) {
    this.senders = senders.stream().collect(Collectors.toMap(Sender::channel, Function.identity()));
    this.timeout = notification.timeout();
  }

  boolean available(Channel channel) {
    return sender(channel).available();
  }

  /** Tries once. */
  Outcome send(SubscriptionRow to, Message message) {
    Future<Outcome> attempt = threads.submit(() -> sender(to.channel()).send(to, message));
    try {
      return attempt.get(timeout.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException _) {
      return new Failed("No answer within " + timeout);
    } catch (ExecutionException e) {
      return new Failed("Not sent: " + why(e));
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      return new Failed("The service is stopping");
    } finally {
      attempt.cancel(true);
    }
  }

  private static String why(ExecutionException e) {
    Throwable cause = e.getCause() == null ? e : e.getCause();
    return cause.getClass().getSimpleName();
  }

  private Sender sender(Channel channel) {
    Sender sender = senders.get(channel);
    if (sender == null) {
      throw new IllegalStateException("No sender for " + channel);
    }
    return sender;
  }

  @Override
  public void close() {
    threads.shutdownNow();
  }
}

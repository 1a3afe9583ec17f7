package org.groundswell.quickstart.process;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/**
 * Asks services now and then whether they still work. A process can live on although its work has
 * stopped for good; its liveness then says 503. Not to answer in time means nothing: the machine
 * may just be busy.
 *
 * <p>Used by one thread.
 */
final class Liveness implements AutoCloseable {

  private static final int BROKEN = 503;
  private static final int LOOKS = 2;
  private static final Duration PATIENCE = Duration.ofMillis(500);

  private final HttpClient http = HttpClient.newBuilder().connectTimeout(PATIENCE).build();
  private final Map<String, Integer> refusals = new HashMap<>();

  /**
   * Takes a look; returns whether the service says for the second time in a row that it is broken.
   */
  boolean broken(Service service) throws InterruptedException {
    int row = saysBroken(service) ? refusals.getOrDefault(service.name(), 0) + 1 : 0;
    refusals.put(service.name(), row);
    return row >= LOOKS;
  }

  @Override
  public void close() {
    http.shutdownNow();
  }

  private boolean saysBroken(Service service) throws InterruptedException {
    var request = HttpRequest.newBuilder(service.liveness()).timeout(PATIENCE).build();
    try {
      return http.send(request, BodyHandlers.discarding()).statusCode() == BROKEN;
    } catch (IOException _) {
      return false;
    }
  }
}

package org.groundswell.quickstart.progress;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalLong;
import tools.jackson.databind.json.JsonMapper;

/**
 * The line of JSON that ends a run with {@code --once}; postsRead = analysed + rejected.
 *
 * @param postsRead lines of the file that became posts, or were rejected
 * @param rejected by the collector or by a worker
 * @param analysed by a worker
 * @param signals posts that speak of unrest in a place, once for each place
 * @param alertsOpened alerts that were raised
 * @param seconds from the moment Kafka took the first post until everything was done; starting and
 *     stopping the services is not in it
 * @param postsPerSecond postsRead by seconds
 * @param alerts in the order of their event time, each as it was at the end
 */
public record Summary(
    long postsRead,
    long rejected,
    long analysed,
    long signals,
    long alertsOpened,
    double seconds,
    double postsPerSecond,
    List<AlertSeen> alerts) {

  private static final Comparator<AlertSeen> BY_TIME =
      Comparator.comparing(AlertSeen::detected).thenComparing(AlertSeen::id);
  private static final JsonMapper JSON = JsonMapper.builder().build();

  static Summary of(Counts counts, OptionalLong firstPost, long now, Collection<AlertSeen> alerts) {
    long millis = firstPost.isPresent() ? Math.max(1, now - firstPost.getAsLong()) : 0;
    double perSecond = millis == 0 ? 0 : counts.read() * 1000.0 / millis;
    return new Summary(
        counts.read(),
        counts.rejected(),
        counts.analysed(),
        counts.signals(),
        counts.alertsOpened(),
        millis / 1000.0,
        Math.round(perSecond * 10) / 10.0,
        alerts.stream().sorted(BY_TIME).toList());
  }

  /** Returns the summary as one line. */
  public String json() {
    return JSON.writeValueAsString(this);
  }
}

package org.groundswell.alerts.stream;

import java.util.Map;
import org.apache.kafka.common.Metric;
import org.apache.kafka.common.MetricName;

/** Finds in the metrics of Kafka Streams how long ago each thread polled. */
final class PollTimes {

  private static final String SINCE_POLL = "last-poll-seconds-ago";
  private static final String MAIN_CONSUMER = "(?!.*-restore-consumer$).*-consumer";

  private PollTimes() {}

  /** Returns the longest time in seconds; consumers that only restore do not count. */
  static double longest(Map<MetricName, ? extends Metric> metrics) {
    return metrics.entrySet().stream()
        .filter(metric -> isSincePoll(metric.getKey()))
        .map(metric -> metric.getValue().metricValue())
        .mapToDouble(value -> value instanceof Number seconds ? seconds.doubleValue() : 0)
        .max()
        .orElse(0);
  }

  private static boolean isSincePoll(MetricName name) {
    return name.name().equals(SINCE_POLL)
        && name.tags().getOrDefault("client-id", "").matches(MAIN_CONSUMER);
  }
}

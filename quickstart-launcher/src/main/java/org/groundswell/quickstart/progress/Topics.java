package org.groundswell.quickstart.progress;

import java.util.Optional;
import java.util.Set;

/** The topics that tell the progress, and the consumer group that reads each. */
final class Topics {

  static final String POSTS = "groundswell.posts";
  static final String SOURCE_REJECTS = "groundswell.sources.dlt";
  static final String WORKER_REJECTS = "groundswell.posts.dlt";
  static final String SIGNALS = "groundswell.signals";
  static final String ALERTS = "groundswell.alerts";

  /** Where the alert service logs how far incidents are judged; see {@link Judged}. */
  static final String JUDGED = "groundswell-alerts-incident-clocks-changelog";

  static final String WORKERS = "groundswell-nlp";
  static final String DETECTION = "groundswell-alerts";
  static final String STORE = "groundswell-alerts-store";

  static final Set<String> GROUPS = Set.of(WORKERS, DETECTION, STORE);

  private static final Set<String> FOLLOWED =
      Set.of(POSTS, SOURCE_REJECTS, WORKER_REJECTS, SIGNALS, ALERTS, JUDGED);

  private Topics() {}

  static boolean isFollowed(String topic) {
    return FOLLOWED.contains(topic) || isRepartition(topic);
  }

  /** Whether detection writes the topic to itself, to bring records of one key together. */
  static boolean isRepartition(String topic) {
    return topic.startsWith(DETECTION + "-") && topic.endsWith("-repartition");
  }

  static Optional<String> readerOf(String topic) {
    return switch (topic) {
      case POSTS -> Optional.of(WORKERS);
      case SIGNALS -> Optional.of(DETECTION);
      case ALERTS -> Optional.of(STORE);
      default -> isRepartition(topic) ? Optional.of(DETECTION) : Optional.empty();
    };
  }

  static boolean isReadBy(String group, String topic) {
    return readerOf(topic).filter(group::equals).isPresent();
  }
}

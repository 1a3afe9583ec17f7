package org.groundswell.alerts.store;

import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsResult.ListOffsetsResultInfo;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.TopicPartition;
import org.groundswell.alerts.problems.BadField;
import org.groundswell.alerts.problems.Problems;
import org.groundswell.alerts.topics.Topics;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.kafka.core.KafkaAdmin;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/**
 * Has the topic of alerts read into the database again, such as after it was set back to an older
 * copy, and everything erased again that was ever taken back. What is there already does not
 * change.
 */
@RestController
@RequestMapping("/api/v1/replays")
class ReplayController {

  private static final int ANSWER_SECONDS = 10;

  private final AlertSink sink;
  private final DeletionListener deletions;
  private final KafkaAdmin admin;
  private final Topics topics;
  private final Clock wall;

  ReplayController(
      AlertSink sink, DeletionListener deletions, KafkaAdmin admin, Topics topics, Clock wall) {
    this.sink = sink;
    this.deletions = deletions;
    this.admin = admin;
    this.topics = topics;
    this.wall = wall;
  }

  /**
   * From when on to read.
   *
   * @param from by the broker's clock; null for all that the topic still holds
   */
  record Replay(@Nullable Instant from) {}

  /** How many partitions are read again; of several instances each reads its own. */
  record Accepted(int partitions, @Nullable Instant from) {}

  @PostMapping
  @ResponseStatus(HttpStatus.ACCEPTED)
  Accepted replay(@RequestBody Replay replay) {
    Instant from = replay.from();
    BadField.unless(
        from == null || (!from.isBefore(Instant.EPOCH) && !from.isAfter(wall.instant())),
        "from",
        from,
        "between 1970 and now");
    int partitions = sink.readAgain(from == null ? Map.of() : offsets(from));
    deletions.readAgain();
    return new Accepted(partitions, from);
  }

  private Map<TopicPartition, Long> offsets(Instant from) {
    try (Admin client = Admin.create(admin.getConfigurationProperties())) {
      String topic = topics.alerts();
      var described =
          client
              .describeTopics(List.of(topic))
              .allTopicNames()
              .get(ANSWER_SECONDS, TimeUnit.SECONDS);
      var wanted =
          described.values().stream()
              .flatMap(of -> of.partitions().stream())
              .collect(
                  Collectors.toMap(
                      partition -> new TopicPartition(topic, partition.partition()),
                      _ -> OffsetSpec.forTimestamp(from.toEpochMilli())));
      Map<TopicPartition, ListOffsetsResultInfo> found =
          client.listOffsets(wanted).all().get(ANSWER_SECONDS, TimeUnit.SECONDS);
      var offsets = new HashMap<TopicPartition, Long>();
      // Without a record so late there is nothing to read again.
      found.forEach((partition, at) ->
          offsets.put(partition, at.offset() < 0 ? Long.MAX_VALUE : at.offset()));
      return offsets;
    } catch (ExecutionException | TimeoutException e) {
      throw Problems.of(HttpStatus.SERVICE_UNAVAILABLE, "The broker does not answer; try again");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw Problems.of(HttpStatus.SERVICE_UNAVAILABLE, "The service stops");
    }
  }
}

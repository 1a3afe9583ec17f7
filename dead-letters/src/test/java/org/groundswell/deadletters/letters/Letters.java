package org.groundswell.deadletters.letters;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** Dead letters for tests. */
public final class Letters {

  private Letters() {}

  public static DeadLetter with(String key, String value, Map<String, String> headers) {
    var record =
        new ConsumerRecord<>("posts.dlt", 0, 7, key.getBytes(UTF_8), value.getBytes(UTF_8));
    headers.forEach((name, text) -> record.headers().add(name, text.getBytes(UTF_8)));
    return new DeadLetter(record);
  }

  /** One that came from partition 2 of {@code posts}. */
  public static DeadLetter fromPosts(String rounds) {
    return with(
        "push:1",
        "{}",
        Map.of(
            "reason",
            "UNREADABLE",
            "topic",
            "posts",
            "partition",
            "2",
            "offset",
            "40",
            "played-back",
            rounds));
  }
}

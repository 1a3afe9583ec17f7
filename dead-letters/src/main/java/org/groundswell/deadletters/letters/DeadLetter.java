package org.groundswell.deadletters.letters;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Instant;
import java.util.Optional;
import java.util.OptionalInt;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;
import org.jspecify.annotations.Nullable;

/**
 * A record of a dead-letter topic: key and value as they came, why and whence in headers of UTF-8
 * text.
 */
public record DeadLetter(ConsumerRecord<byte[], byte[]> record) {

  /** Header of a record that was played back: how often, in decimal. */
  public static final String PLAYED_BACK = "played-back";

  private static final int LONGEST_TEXT = 200;

  /** Where a record stood when it could not be read. */
  public record Origin(String topic, int partition, long offset) {}

  public TopicPartition partition() {
    return new TopicPartition(record.topic(), record.partition());
  }

  public long offset() {
    return record.offset();
  }

  /** Returns when the dead letter was written, by the broker's clock. */
  public Instant written() {
    return Instant.ofEpochMilli(record.timestamp());
  }

  public byte @Nullable [] key() {
    return record.key();
  }

  public byte @Nullable [] value() {
    return record.value();
  }

  /** Returns the code of the reason, fit for a terminal; empty when there is none. */
  public Optional<String> reason() {
    return text("reason").map(DeadLetter::printable);
  }

  /** Returns what is wrong in words, fit for a terminal; empty when there is none. */
  public Optional<String> detail() {
    return text("detail").map(DeadLetter::printable);
  }

  /** Returns where it came from; empty when its headers do not say so. */
  public Optional<Origin> origin() {
    try {
      return text("topic")
          .flatMap(topic ->
              text("partition")
                  .map(Integer::valueOf)
                  .flatMap(partition ->
                      text("offset")
                          .map(Long::valueOf)
                          .map(offset -> new Origin(topic, partition, offset))));
    } catch (NumberFormatException e) {
      return Optional.empty();
    }
  }

  /** Returns how often it was played back before it failed again; empty when nobody can tell. */
  public OptionalInt rounds() {
    String text = text(PLAYED_BACK).orElse("0");
    return text.matches("\\d{1,9}") ? OptionalInt.of(Integer.parseInt(text)) : OptionalInt.empty();
  }

  private Optional<String> text(String name) {
    Header header = record.headers().lastHeader(name);
    return Optional.ofNullable(header).map(Header::value).map(value -> new String(value, UTF_8));
  }

  /** Returns at most 200 characters in which nothing can steer a terminal. */
  static String printable(String text) {
    String start = text.substring(0, Math.min(LONGEST_TEXT, text.length()));
    return start.replaceAll("\\p{Cntrl}", " ");
  }
}

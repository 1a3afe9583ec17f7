package org.groundswell.alerts.topics;

import java.nio.charset.StandardCharsets;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;

/** What stands on a dead-letter topic: a record as it came, with why and whence in its headers. */
public final class DeadLetter {

  /** How often the record was played back from the dead letters; kept, so that it ends. */
  private static final String PLAYED_BACK = "played-back";

  private static final int LONGEST_DETAIL = 500;

  private DeadLetter() {}

  /** Why a record is a dead letter. */
  public enum Reason {
    /** It is no record of its topic's contract. */
    UNREADABLE,
    /** The database does not take what it says. */
    REFUSED_BY_DATABASE
  }

  /**
   * Returns the record for the dead-letter topic beside the one that a record came from.
   *
   * @param record as it came: key and value are kept to the byte
   * @param detail what is wrong, for people; cut after 500 characters
   */
  public static ProducerRecord<byte[], byte[]> of(
      ConsumerRecord<byte[], byte[]> record, Reason reason, String detail) {
    var letter =
        new ProducerRecord<>(Topics.deadLettersOf(record.topic()), record.key(), record.value());
    letter
        .headers()
        .add("reason", bytes(reason.name()))
        .add("detail", bytes(detail.substring(0, Math.min(LONGEST_DETAIL, detail.length()))))
        .add("topic", bytes(record.topic()))
        .add("partition", bytes(Integer.toString(record.partition())))
        .add("offset", bytes(Long.toString(record.offset())));
    Header playedBack = record.headers().lastHeader(PLAYED_BACK);
    if (playedBack != null) {
      letter.headers().add(playedBack);
    }
    return letter;
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}

package org.groundswell.deadletters;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What is played back, on a real broker. */
class PlayBackIT {

  private final Desk desk = new Desk();

  @AfterEach
  void close() {
    desk.close();
  }

  @Test
  void playsBackEachOnceToItsPartitionInOrder() {
    letters(0, 45, "UNREADABLE");

    var first = playBack();
    var second = playBack();

    assertThat(first.out())
        .contains("seen 45 = played back 45 + withheld 0 + filtered 0 + left 0 + earlier 0");
    assertThat(second.out()).contains("seen 0 = ");
    for (int partition = 0; partition < Desk.PARTITIONS; partition++) {
      int of = partition;
      assertThat(
              desk.records(desk.posts).stream()
                  .filter(record -> record.partition() == of)
                  .map(record -> new String(record.key(), UTF_8)))
          .containsExactlyElementsOf(
              IntStream.range(0, 45)
                  .filter(i -> i % Desk.PARTITIONS == of)
                  .mapToObj(i -> "push:" + i)
                  .toList());
    }
  }

  @Test
  void keepsKeysAndValuesToTheByte() {
    byte[] noText = {(byte) 0xff, 0, (byte) 0xc3, 0x28};
    desk.letter(0, "UNREADABLE", noText, noText);
    desk.letter(0, "UNREADABLE", null, "{".getBytes(UTF_8));
    desk.letter(0, "UNREADABLE", "push:1".getBytes(UTF_8), null);
    desk.letter(0, "UNREADABLE", new byte[0], new byte[0]);

    playBack();

    var records = desk.records(desk.posts);
    assertThat(records).extracting(record -> record.partition()).containsOnly(0);
    assertThat(records.get(0).key()).isEqualTo(noText);
    assertThat(records.get(0).value()).isEqualTo(noText);
    assertThat(records.get(1).key()).isNull();
    assertThat(records.get(1).value()).isEqualTo("{".getBytes(UTF_8));
    assertThat(records.get(2).value()).isNull();
    assertThat(records.get(3).key()).isEmpty();
    assertThat(records.get(3).value()).isEmpty();
  }

  @Test
  void leavesOnlyTheRoundInTheHeaders() {
    letters(0, 1, "UNREADABLE");

    playBack();

    assertThat(desk.records(desk.posts).getFirst().headers().toArray())
        .singleElement()
        .satisfies(header -> {
          assertThat(header.key()).isEqualTo("played-back");
          assertThat(header.value()).isEqualTo("1".getBytes(UTF_8));
        });
  }

  @Test
  void doublesNothingWhenARunWasKilledWithinATransaction() throws Exception {
    letters(0, 25, "UNREADABLE");
    var killed = desk.broker().producer(desk.deadLetters);
    killed.initTransactions();
    killed.beginTransaction();
    for (int i = 0; i < 10; i++) {
      killed
          .send(
              new ProducerRecord<>(
                  desk.posts, i % Desk.PARTITIONS, ("push:" + i).getBytes(UTF_8), new byte[0]))
          .get();
    }
    try (var consumer = desk.broker().consumer()) {
      killed.sendOffsetsToTransaction(
          Map.of(new TopicPartition(desk.deadLetters, 0), new OffsetAndMetadata(10)),
          consumer.groupMetadata());
    }

    var done = playBack();

    assertThat(done.out()).contains("seen 25 = played back 25 ");
    assertThat(desk.keys()).hasSize(25).doesNotHaveDuplicates();
    killed.close(java.time.Duration.ZERO);
  }

  @Test
  void goesOnWhereALimitedRunEnded() {
    letters(0, 25, "UNREADABLE");

    assertThat(playBack("--limit", "13").out()).contains("seen 13 = played back 13 ");
    assertThat(playBack().out()).contains("seen 12 = played back 12 ");

    assertThat(desk.keys()).hasSize(25).doesNotHaveDuplicates();
  }

  @Test
  void keepsWhatAFilterLeavesOutForALaterRun() {
    letters(0, 10, "UNREADABLE");
    letters(10, 20, "ANALYSIS_FAILED");
    letters(20, 30, "UNREADABLE");

    assertThat(playBack("--reason", "ANALYSIS_FAILED").out())
        .contains("seen 30 = played back 10 + withheld 0 + filtered 20 + left 0 + earlier 0");
    assertThat(playBack("--reason", "ANALYSIS_FAILED").out())
        .contains("seen 30 = played back 0 + withheld 0 + filtered 20 + left 0 + earlier 10");
    assertThat(playBack().out())
        .contains("seen 30 = played back 20 + withheld 0 + filtered 0 + left 0 + earlier 10");
    assertThat(playBack().out()).contains("seen 0 = ");
    assertThat(desk.keys()).hasSize(30).doesNotHaveDuplicates();
  }

  @Test
  void playsBackAPartAndTheRestLater() {
    letters(0, 30, "UNREADABLE");

    assertThat(playBack("--from", "10", "--to", "20").out()).contains("seen 10 = played back 10 ");
    assertThat(playBack().out()).contains("seen 30 = played back 20 ").contains("earlier 10");
    assertThat(desk.keys()).hasSize(30).doesNotHaveDuplicates();
  }

  @Test
  void doesNothingInADryRun() {
    letters(0, 15, "UNREADABLE");

    var dry = playBack("--dry-run");

    assertThat(dry.out()).contains("dry run").contains("seen 15 = played back 15 ");
    assertThat(desk.records(desk.posts)).isEmpty();
    assertThat(playBack().out()).contains("seen 15 = played back 15 ");
  }

  @Test
  void endsARecordsRoundsWithAMessageAndAnExitCode() {
    desk.letter("push:1".getBytes(UTF_8), null, origin("3"));
    desk.letter("push:2".getBytes(UTF_8), null, origin("2"));

    var done = playBack();
    var more = playBack("--max-rounds", "4");

    assertThat(done.exitCode()).isEqualTo(3);
    assertThat(done.out())
        .contains("seen 2 = played back 1 + withheld 0 + filtered 0 + left 1 + earlier 0")
        .contains("left: 1 went round as often as --max-rounds allows");
    assertThat(more.exitCode()).isZero();
    assertThat(desk.keys()).containsExactlyInAnyOrder("push:1", "push:2");
  }

  @Test
  void writesToNoOtherTopicThanTheOneItCameFrom() {
    var elsewhere = new java.util.HashMap<>(origin("0"));
    elsewhere.put("topic", desk.deletions);
    desk.letter("push:1".getBytes(UTF_8), null, elsewhere);

    var done = playBack();

    assertThat(done.exitCode()).isEqualTo(3);
    assertThat(done.out()).contains("left: 1 came from another topic");
    assertThat(desk.records(desk.deletions)).isEmpty();
  }

  @Test
  void withholdsWhatItsAuthorHasTakenBack() {
    String author = "0f3a9c5b7d1e24680f3a9c5b7d1e2468";
    desk.letter(0, "UNREADABLE", "push:1".getBytes(UTF_8), "{".getBytes(UTF_8));
    desk.letter(1, "UNREADABLE", "push:2".getBytes(UTF_8), ("\"" + author + "\"").getBytes(UTF_8));
    desk.letter(2, "UNREADABLE", "push:3".getBytes(UTF_8), "{".getBytes(UTF_8));
    deletion("{\"scope\":\"post\",\"source\":\"push\",\"post\":\"push:1\"}");
    deletion("{\"scope\":\"author\",\"source\":\"push\",\"authorKey\":\"" + author + "\"}");

    var done = playBack();

    assertThat(done.out()).contains("seen 3 = played back 1 + withheld 2 ");
    assertThat(desk.keys()).containsExactly("push:3");
  }

  @Test
  void playsBackADeletionThoughItNamesWhatWasTakenBack() {
    byte[] key = "push:1".getBytes(UTF_8);
    deletion("{\"scope\":\"post\",\"source\":\"push\",\"post\":\"push:1\"}");
    var letter = new ProducerRecord<>(desk.deletions + ".dlt", 0, key, "{".getBytes(UTF_8));
    letter
        .headers()
        .add("topic", desk.deletions.getBytes(UTF_8))
        .add("partition", "1".getBytes(UTF_8))
        .add("offset", "5".getBytes(UTF_8));
    desk.send(letter);

    var done = desk.run("play-back", "--topic", desk.deletions + ".dlt");

    assertThat(done.out()).contains("seen 1 = played back 1 ");
    assertThat(desk.records(desk.deletions)).hasSize(2);
  }

  @Test
  void playsBackUnreadableCommandsAndLeavesThoseAboutUnknownAlerts() {
    String letters = desk.commands + ".dlt";
    byte[] alert = "5d3c1f0a9b8e7d6c5d3c1f0a9b8e7d6c".getBytes(UTF_8);
    byte[] unreadable = "{\"kind\":\"SHRUG\"}".getBytes(UTF_8);
    desk.letter(letters, alert, unreadable, from(desk.commands, "UNREADABLE"));
    desk.letter(letters, alert, "{}".getBytes(UTF_8), Map.of("reason", "UNKNOWN_ALERT"));

    var done = desk.run("play-back", "--topic", letters);

    assertThat(done.exitCode()).isEqualTo(3);
    assertThat(done.out())
        .contains("seen 2 = played back 1 + withheld 0 + filtered 0 + left 1 + earlier 0")
        .contains("left: 1 do not say where they came from");
    assertThat(desk.records(desk.commands))
        .singleElement()
        .satisfies(record -> {
          assertThat(record.partition()).isEqualTo(2);
          assertThat(record.key()).isEqualTo(alert);
          assertThat(record.value()).isEqualTo(unreadable);
        });
  }

  @Test
  void stopsAnEarlierRunOnTheSameTopic() {
    letters(0, 3, "UNREADABLE");
    var earlier = desk.broker().producer(desk.deadLetters);
    earlier.initTransactions();
    earlier.beginTransaction();

    playBack();

    org.assertj.core.api.Assertions.assertThatThrownBy(
            () -> {
              earlier.send(new ProducerRecord<>(desk.posts, 0, null, new byte[0])).get();
              earlier.commitTransaction();
            })
        .isNotNull();
    assertThat(desk.records(desk.posts)).hasSize(3);
    earlier.close(java.time.Duration.ZERO);
  }

  @Test
  void countsByReasonAndSaysWhatWaits() {
    letters(0, 4, "UNREADABLE");
    letters(4, 6, "ANALYSIS_FAILED");
    playBack("--reason", "UNREADABLE");

    assertThat(desk.run("list", "--topic", desk.deadLetters).out().lines())
        .anySatisfy(line -> assertThat(line).matches(".*\\.posts\\.dlt +6 +2 .*"))
        .anySatisfy(line -> assertThat(line).matches(" +UNREADABLE +4 +0"))
        .anySatisfy(line -> assertThat(line).matches(" +ANALYSIS_FAILED +2 +2"));
    assertThat(desk.run("list", "--json").out())
        .contains("\"letters\":6,\"waiting\":2")
        .contains("{\"reason\":\"ANALYSIS_FAILED\",\"letters\":2,\"waiting\":2}");
  }

  @Test
  void showsWhatPeopleWroteOnlyWhenAskedTo() {
    desk.letter(
        1, "UNREADABLE", "push:secret".getBytes(UTF_8), "their words \u001b[2J".getBytes(UTF_8));

    var without = desk.run("show", "--topic", desk.deadLetters).out();
    var with = desk.run("show", "--topic", desk.deadLetters, "--with-content").out();

    assertThat(without)
        .contains("UNREADABLE (why)", desk.posts + ", partition 1, offset 1", "value 16 bytes")
        .doesNotContain("secret", "words");
    assertThat(with).contains("push:secret", "their words  [2J");
  }

  private Desk.Done playBack(String... options) {
    return desk.run(
        java.util.stream.Stream.concat(
                java.util.stream.Stream.of("play-back", "--topic", desk.deadLetters),
                java.util.stream.Stream.of(options))
            .toArray(String[]::new));
  }

  private void letters(int from, int to, String reason) {
    for (int i = from; i < to; i++) {
      desk.letter(i, reason, ("push:" + i).getBytes(UTF_8), ("{" + i).getBytes(UTF_8));
    }
  }

  private void deletion(String json) {
    desk.send(new ProducerRecord<>(desk.deletions, null, json.getBytes(UTF_8)));
  }

  private static Map<String, String> from(String topic, String reason) {
    return Map.of("reason", reason, "topic", topic, "partition", "2", "offset", "7");
  }

  private Map<String, String> origin(String rounds) {
    return Map.of("topic", desk.posts, "partition", "0", "offset", "1", "played-back", rounds);
  }
}

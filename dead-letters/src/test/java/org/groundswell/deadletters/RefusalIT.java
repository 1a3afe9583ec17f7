package org.groundswell.deadletters;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import org.groundswell.servers.FreePorts;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What the command says when it cannot do what it is asked, on a real broker. */
class RefusalIT {

  private final Desk desk = new Desk();

  @AfterEach
  void close() {
    desk.close();
  }

  @Test
  void saysThatKafkaDoesNotAnswerAndWhere() {
    String nobody = "127.0.0.1:" + FreePorts.next();

    for (String command : new String[] {"show", "play-back"}) {
      var done = desk.runAt(nobody, command, "--topic", desk.deadLetters);

      assertThat(done.exitCode()).isOne();
      assertThat(done.err().strip())
          .isEqualTo(
              "Kafka did not answer in time at %s (spring.kafka.bootstrap-servers)."
                  .formatted(nobody));
    }
  }

  @Test
  void saysWhichTopicIsMissing() {
    desk.delete(desk.deadLetters);

    var done = desk.run("play-back", "--topic", desk.deadLetters);

    assertThat(done.exitCode()).isOne();
    assertThat(done.err().strip()).isEqualTo("There is no topic %s.".formatted(desk.deadLetters));
  }

  @Test
  void refusesATopicThatIsNoneOfDeadLetters() {
    var done = desk.run("play-back", "--topic", desk.posts);

    assertThat(done.exitCode()).isOne();
    assertThat(done.err()).startsWith(desk.posts + " is none of ");
  }

  @Test
  void refusesTheCollectorsDeadLettersAndSaysWhy() {
    var done = desk.run("play-back", "--topic", desk.posts.replace("posts", "sources.dlt"));

    assertThat(done.exitCode()).isOne();
    assertThat(done.err()).contains("holds where refused input is, not the input");
  }

  @Test
  void refusesAnOffsetForSeveralPartitions() {
    var done =
        desk.run("play-back", "--topic", desk.deletions + ".dlt", "--from", "3", "--dry-run");

    assertThat(done.exitCode()).isOne();
    assertThat(done.err()).contains("2 partitions: an offset needs --partition");
  }

  @Test
  void refusesToGoOnWhenTheDeletionsCannotBeAsked() {
    desk.letter(0, "UNREADABLE", "push:1".getBytes(UTF_8), null);
    desk.delete(desk.deletions);

    var done = desk.run("play-back", "--topic", desk.deadLetters);

    assertThat(done.exitCode()).isOne();
    assertThat(done.err().strip()).isEqualTo("There is no topic %s.".formatted(desk.deletions));
    assertThat(desk.records(desk.posts)).isEmpty();
  }
}

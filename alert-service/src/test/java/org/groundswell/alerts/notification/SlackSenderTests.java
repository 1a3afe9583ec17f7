package org.groundswell.alerts.notification;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.groundswell.alerts.incident.Alert;
import org.groundswell.alerts.notification.Delivery.State;
import org.groundswell.alerts.notification.SlackSender.Block;
import org.groundswell.alerts.notification.SlackSender.Post;
import org.junit.jupiter.api.Test;

class SlackSenderTests {

  @Test
  void tellsWhatWhereAndHowSureWithALink() {
    Post post = SlackSender.post(message(Samples.alert(_ -> {}), true));

    assertThat(post.text())
        .isEqualTo(
            "Unverified, worse: protest with intervention in Caracas, Venezuela (moderate,"
                + " likely)");
    assertThat(post.blocks())
        .extracting(Block::type)
        .containsExactly("header", "section", "section", "section", "context");
    assertThat(words(post, 1))
        .contains("38 people posted within 1 hour")
        .contains("41 people, 57 posts");
    assertThat(words(post, 3))
        .isEqualTo(
            "<https://dash.example/#alert=5d3c1f0a9b8e7d6c5d3c1f0a9b8e7d6c|Open in the"
                + " dashboard>");
  }

  @Test
  void givesNothingThatPeopleWroteAMeaning() {
    Alert alert =
        Samples.alert(it -> {
          it.withObject("place").put("name", "<!channel> & <https://evil.example|x>");
          it.withArray("evidence").get(0).asObject().put("excerpt", "<!here>\n<@U1> & > quoted");
        });

    Post post = SlackSender.post(message(alert, true));

    assertThat(post.text()).contains("&lt;!channel&gt; &amp; &lt;https://evil.example|x&gt;");
    assertThat(words(post, 2)).contains("&lt;!here&gt; &lt;@U1&gt; &amp; &gt; quoted");
    assertThat(words(post, 2).lines()).hasSize(1);
    assertThat(post.blocks().get(2).text().verbatim()).isTrue();
  }

  @Test
  void quotesNobodyUnlessItMay() {
    Post post = SlackSender.post(message(Samples.alert(_ -> {}), false));

    assertThat(post.toString()).doesNotContain("Avenida");
    assertThat(post.blocks()).hasSize(4);
  }

  @Test
  void staysWithinWhatSlackTakes() {
    Alert alert =
        Samples.alert(it -> {
          it.withObject("place").put("name", "x".repeat(400));
          it.put("headline", "y".repeat(5_000));
        });

    Post post = SlackSender.post(message(alert, true));

    assertThat(words(post, 0)).hasSizeLessThanOrEqualTo(150);
    assertThat(words(post, 1)).hasSizeLessThanOrEqualTo(3_000);
  }

  @Test
  void saysThatATestIsOne() {
    assertThat(SlackSender.post(Message.test(UUID.randomUUID(), UUID.randomUUID())).text())
        .isEqualTo("Test message of Groundswell");
  }

  private static String words(Post post, int block) {
    return post.blocks().get(block).text().text();
  }

  private static Message message(Alert alert, boolean excerpts) {
    var delivery =
        new Delivery(
            UUID.randomUUID(),
            UUID.randomUUID(),
            alert.id(),
            3,
            News.WORSE,
            State.SENDING,
            Instant.EPOCH,
            1,
            Instant.EPOCH,
            Instant.EPOCH,
            null,
            null);
    return Message.of(
        delivery,
        alert,
        false,
        excerpts ? alert.evidence() : List.of(),
        URI.create("https://dash.example/#alert=" + alert.id()));
  }
}

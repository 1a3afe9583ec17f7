package org.groundswell.alerts.notification;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.groundswell.alerts.wire.JsonSerde;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Posts messages to an incoming webhook of Slack, or of whatever takes the same JSON. Slack gives
 * no way to recognise a message that comes twice.
 */
@Component
class SlackSender implements Sender {

  private static final JsonSerde<Post> POST = JsonSerde.of(Post.class);

  /** Limits of Block Kit. */
  private static final int LONGEST_HEADER = 150;

  private static final int LONGEST_SECTION = 3_000;

  private final WebPost web;
  private final Secrets secrets;

  SlackSender(WebPost web, Secrets secrets) {
    this.web = web;
    this.secrets = secrets;
  }

  /**
   * The whole message.
   *
   * @param text what notifications and readers without blocks show
   */
  record Post(String text, List<Block> blocks) {}

  record Block(String type, @Nullable Text text, @Nullable List<Text> elements) {}

  /**
   * A text.
   *
   * @param verbatim true so that Slack makes no links or names of what people wrote
   */
  record Text(String type, String text, @Nullable Boolean verbatim) {

    static Text plain(String text) {
      return new Text("plain_text", cut(text, LONGEST_HEADER), null);
    }

    static Text markdown(String text) {
      return new Text("mrkdwn", cut(text, LONGEST_SECTION), true);
    }
  }

  @Override
  public Channel channel() {
    return Channel.SLACK;
  }

  @Override
  public boolean available() {
    return true;
  }

  @Override
  public Outcome send(SubscriptionRow to, Message message) {
    String url = secrets.open(to.getId(), Objects.requireNonNull(to.secret()));
    return web.post(
        URI.create(url),
        POST.write(post(message)),
        Map.of(WebhookSender.IDEMPOTENCY_KEY, message.delivery().toString()));
  }

  static Post post(Message message) {
    MessageText words = MessageText.of(message);
    var blocks = new ArrayList<Block>();
    blocks.add(new Block("header", Text.plain(words.title()), null));
    blocks.add(
        section(String.join("\n", words.lines().stream().map(SlackSender::escaped).toList())));
    if (!words.quotes().isEmpty()) {
      blocks.add(
          section(
              String.join(
                  "\n", words.quotes().stream().map(quote -> "> " + escaped(quote)).toList())));
    }
    if (message.link() != null) {
      blocks.add(
          section("<%s|Open in the dashboard>".formatted(escaped(message.link().toString()))));
    }
    blocks.add(new Block("context", null, List.of(Text.markdown(escaped(message.notice())))));
    return new Post(escaped(words.title()), List.copyOf(blocks));
  }

  private static Block section(String markdown) {
    return new Block("section", Text.markdown(markdown), null);
  }

  /** The three characters that Slack gives a meaning everywhere. */
  private static String escaped(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }

  private static String cut(String text, int longest) {
    return text.length() <= longest ? text : text.substring(0, longest - 1) + "…";
  }
}

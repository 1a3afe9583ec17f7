package org.groundswell.alerts.notification;

import java.net.URI;
import java.time.Clock;
import java.util.Map;
import java.util.Objects;
import org.groundswell.alerts.wire.JsonSerde;
import org.springframework.stereotype.Component;

/** Posts messages as they are, signed. */
@Component
class WebhookSender implements Sender {

  static final String IDEMPOTENCY_KEY = "Idempotency-Key";

  private static final JsonSerde<Message> MESSAGE = JsonSerde.of(Message.class);

  private final WebPost web;
  private final Secrets secrets;
  private final Clock wall;

  WebhookSender(WebPost web, Secrets secrets, Clock wallClock) {
    this.web = web;
    this.secrets = secrets;
    this.wall = wallClock;
  }

  @Override
  public Channel channel() {
    return Channel.WEBHOOK;
  }

  @Override
  public boolean available() {
    return true;
  }

  @Override
  public Outcome send(SubscriptionRow to, Message message) {
    String secret = secrets.open(to.getId(), Objects.requireNonNull(to.secret()));
    byte[] body = MESSAGE.write(message);
    return web.post(
        URI.create(Objects.requireNonNull(to.url())),
        body,
        Map.of(
            IDEMPOTENCY_KEY,
            message.delivery().toString(),
            Signature.HEADER,
            Signature.of(body, secret, wall.instant())));
  }
}

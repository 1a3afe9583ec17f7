package org.groundswell.alerts.notification;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import java.util.UUID;
import org.groundswell.alerts.problems.BadField;
import org.groundswell.alerts.problems.Problems;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.PageRequest;
import org.springframework.data.domain.Sort;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.ErrorResponseException;

/** Keeps the subscriptions. What it does not find is answered with 404. */
@Component
class Subscriptions {

  private static final int MOST = 1_000;

  private final SubscriptionRows rows;
  private final Outbox outbox;
  private final Secrets secrets;
  private final Destinations destinations;
  private final Attempts attempts;
  private final Clock wall;

  Subscriptions(
      SubscriptionRows rows,
      Outbox outbox,
      Secrets secrets,
      Destinations destinations,
      Attempts attempts,
      Clock wallClock) {
    this.rows = rows;
    this.outbox = outbox;
    this.secrets = secrets;
    this.destinations = destinations;
    this.attempts = attempts;
    this.wall = wallClock;
  }

  /**
   * Adds a subscription.
   *
   * @throws BadField when something in it is not allowed
   * @throws ErrorResponseException 409 when there are 1,000, or this installation cannot serve it
   */
  @Transactional
  SubscriptionView add(SubscriptionRequest request) {
    if (rows.count() >= MOST) {
      throw Problems.of(HttpStatus.CONFLICT, "There are 1000 subscriptions; delete one first");
    }
    Instant now = now();
    var row = new SubscriptionRow(UUID.randomUUID(), now);
    row.take(request, sealed(row.getId(), request.channel(), null), now);
    return SubscriptionView.of(rows.save(row));
  }

  /**
   * Replaces a subscription; a secret that is left out is kept while the channel stays the same.
   */
  @Transactional
  SubscriptionView replace(UUID id, SubscriptionRequest request) {
    SubscriptionRow row = find(id);
    byte @Nullable [] known = row.channel() == request.channel().type() ? row.secret() : null;
    row.take(request, sealed(id, request.channel(), known), now());
    if (!row.enabled()) {
      outbox.drop(id, now());
    }
    return SubscriptionView.of(row);
  }

  /** Removes a subscription, and what it was sent or was to be sent. */
  @Transactional
  void remove(UUID id) {
    rows.delete(find(id));
  }

  @Transactional(readOnly = true)
  SubscriptionView get(UUID id) {
    return SubscriptionView.of(find(id));
  }

  @Transactional(readOnly = true)
  Listing<SubscriptionView> list(int page, int size) {
    Listing.check(page, size);
    var found = rows.findAll(PageRequest.of(page, size, Sort.by("created", "id")));
    return new Listing<>(
        found.map(SubscriptionView::of).getContent(), page, size, found.getTotalElements());
  }

  /** Returns what was sent, newest first. */
  @Transactional(readOnly = true)
  Listing<Delivery> deliveries(UUID id, int page, int size) {
    Listing.check(page, size);
    return outbox.of(find(id).getId(), page, size);
  }

  /** Sends a test message at once. */
  Outcome test(UUID id) {
    return attempts.send(find(id), Message.test(UUID.randomUUID(), id));
  }

  /**
   * Has a message that was given up tried again.
   *
   * @throws ErrorResponseException 404 when there is none, 409 when it was not given up
   */
  @Transactional
  void replay(UUID delivery) {
    Delivery found =
        outbox
            .find(delivery)
            .orElseThrow(() -> Problems.of(HttpStatus.NOT_FOUND, "No delivery " + delivery));
    if (!outbox.replay(delivery, now())) {
      throw Problems.of(
          HttpStatus.CONFLICT, "Only a DEAD delivery is replayed; this one is " + found.state());
    }
  }

  private SubscriptionRow find(UUID id) {
    return rows.findById(id)
        .orElseThrow(() -> Problems.of(HttpStatus.NOT_FOUND, "No subscription " + id));
  }

  private byte @Nullable [] sealed(UUID id, ChannelRequest channel, byte @Nullable [] known) {
    if (!attempts.available(channel.type())) {
      throw Problems.of(
          HttpStatus.CONFLICT,
          "E-mail needs spring.mail.host and groundswell.alerts.notification.mail-from, which are"
              + " not set");
    }
    if (channel.url() != null) {
      destinations.check(channel.url(), channel.type() == Channel.SLACK);
    }
    if (channel.type() == Channel.EMAIL) {
      return null;
    }
    String confidential = channel.confidential();
    String field = channel.type() == Channel.SLACK ? "channel.url" : "channel.secret";
    BadField.unless(confidential != null || known != null, field, null, "given");
    return confidential == null ? known : secrets.seal(id, Objects.requireNonNull(confidential));
  }

  /** As exact as the database keeps it. */
  private Instant now() {
    return wall.instant().truncatedTo(ChronoUnit.MICROS);
  }
}

package org.groundswell.alerts.notification;

import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.groundswell.alerts.incident.Alert;
import org.groundswell.alerts.notification.Outbox.Told;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Finds who is to be told of a revision, and puts a message to each into the outbox. */
@Component
class Matching {

  private final SubscriptionRows subscriptions;
  private final Outbox outbox;
  private final Clock wall;

  Matching(SubscriptionRows subscriptions, Outbox outbox, Clock wallClock) {
    this.subscriptions = subscriptions;
    this.outbox = outbox;
    this.wall = wallClock;
  }

  /**
   * A revision as it was read from the topic.
   *
   * @param at when the broker had it
   */
  record Published(Alert alert, Instant at) {}

  /** Takes in revisions in their order, in one transaction. */
  @Transactional
  void match(Collection<Published> published) {
    List<SubscriptionRow> enabled = subscriptions.findByEnabledTrue();
    for (Published one : published) {
      News.of(one.alert())
          .ifPresent(news ->
              enabled.stream()
                  .filter(subscription -> wants(subscription, one, news))
                  .forEach(subscription -> add(subscription, one, news)));
    }
  }

  /**
   * What is older than the subscription is history. The end of an alert is wanted by whoever knows
   * of the alert, which the outbox says, even if it has moved out of the subscription's area since.
   */
  private static boolean wants(SubscriptionRow subscription, Published one, News news) {
    return !one.at().isBefore(subscription.created())
        && (news.ends() || subscription.selection().matches(one.alert()));
  }

  private void add(SubscriptionRow subscription, Published one, News news) {
    Alert alert = one.alert();
    Instant now = wall.instant();
    QuietHours quiet = subscription.quietHours();
    Instant due = quiet == null ? now : quiet.earliest(now, alert.severity());
    var told = new Told(alert.id(), alert.revision(), news, one.at());
    outbox.add(subscription.getId(), told, due, now);
  }
}

package org.groundswell.alerts.notification;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.groundswell.alerts.incident.Alert;
import org.groundswell.alerts.incident.Alert.Ending;
import org.groundswell.alerts.notification.Delivery.State;
import org.groundswell.alerts.notification.Outcome.Failed;
import org.groundswell.alerts.notification.Outcome.Refused;
import org.groundswell.alerts.notification.Outcome.Sent;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Sends one message that was claimed, and writes down what became of it. Thread-safe. */
@Component
class Deliverer {

  private static final Logger LOG = LoggerFactory.getLogger(Deliverer.class);

  private final Outbox outbox;
  private final SubscriptionRows subscriptions;
  private final StoredAlerts alerts;
  private final Attempts attempts;
  private final Pauses pauses;
  private final NotificationProperties notification;
  private final NotificationCounts counts;
  private final Clock wall;

  Deliverer(
      Outbox outbox,
      SubscriptionRows subscriptions,
      StoredAlerts alerts,
      Attempts attempts,
      Pauses pauses,
      NotificationProperties notification,
      NotificationCounts counts,
      Clock wallClock) {
    this.outbox = outbox;
    this.subscriptions = subscriptions;
    this.alerts = alerts;
    this.attempts = attempts;
    this.pauses = pauses;
    this.notification = notification;
    this.counts = counts;
    this.wall = wallClock;
  }

  /** Sends it unless nothing is left to tell. */
  void deliver(Delivery claimed) {
    Optional<SubscriptionRow> to = subscriptions.findById(claimed.subscription());
    Optional<Alert> alert = alerts.newest(claimed.alert());
    if (to.isEmpty() || !to.get().enabled() || alert.isEmpty()) {
      outbox.finish(claimed, State.DROPPED, "The subscription was disabled", wall.instant());
    } else {
      deliver(claimed, to.get(), alert.get());
    }
  }

  private void deliver(Delivery claimed, SubscriptionRow to, Alert alert) {
    boolean first = !outbox.hasTold(claimed);
    if (first && claimed.news().ends() && !isWorthTelling(claimed, alert)) {
      outbox.finish(claimed, State.DROPPED, "Nothing was told of the alert", wall.instant());
      return;
    }
    var shown = to.excerpts() ? alerts.evidence(alert.id()) : List.<Alert.AlertEvidence>of();
    Message message = Message.of(claimed, alert, first, shown, link(alert));
    switch (attempts.send(to, message)) {
      case Sent _ -> onSent(claimed, to);
      case Failed(String detail, Duration pause) -> onFailed(claimed, to, detail, pause);
      case Refused(String detail) -> onDead(claimed, to, detail);
    }
  }

  /**
   * What began and was over while the subscriber wanted quiet is told once, unless it was nothing.
   */
  private boolean isWorthTelling(Delivery claimed, Alert alert) {
    return alert.ending() != Ending.DISMISSED
        && alert.ending() != Ending.MERGED
        && outbox.hasHeldBack(claimed);
  }

  private @Nullable URI link(Alert alert) {
    URI dashboard = notification.dashboardUrl();
    return dashboard == null ? null : URI.create(dashboard + "#alert=" + alert.id());
  }

  private void onSent(Delivery claimed, SubscriptionRow to) {
    outbox.finish(claimed, State.SENT, null, wall.instant());
    counts.sent(to.channel(), claimed.published());
  }

  private void onFailed(Delivery claimed, SubscriptionRow to, String detail, Duration asked) {
    counts.failed(to.channel());
    if (claimed.attempts() >= notification.attempts()) {
      onDead(claimed, to, detail);
    } else {
      outbox.retry(claimed, detail, wall.instant().plus(pauses.after(claimed.attempts(), asked)));
    }
  }

  private void onDead(Delivery claimed, SubscriptionRow to, String detail) {
    outbox.finish(claimed, State.DEAD, detail, wall.instant());
    counts.dead(to.channel());
    LOG.warn(
        "Given up message {} to subscription {} by {}: {}",
        claimed.id(),
        claimed.subscription(),
        to.channel(),
        detail);
  }
}

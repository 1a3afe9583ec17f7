package org.groundswell.alerts.notification;

import java.util.List;
import java.util.UUID;
import org.springframework.data.jpa.repository.JpaRepository;

/** The stored subscriptions. */
interface SubscriptionRows extends JpaRepository<SubscriptionRow, UUID> {

  List<SubscriptionRow> findByEnabledTrue();
}

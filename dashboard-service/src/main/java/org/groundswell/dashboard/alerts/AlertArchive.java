package org.groundswell.dashboard.alerts;

import java.util.Optional;
import org.springframework.data.domain.ScrollPosition;
import org.springframework.data.domain.Sort;
import org.springframework.data.domain.Window;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The alerts in PostgreSQL. Every question is a read-only transaction of at most five seconds. */
@Service
@Transactional(readOnly = true, timeout = 5)
public class AlertArchive {

  /** Most recently raised first; the id makes the order total. */
  private static final Sort ORDER = Sort.by(Sort.Order.desc("detected"), Sort.Order.asc("id"));

  private final AlertRepository alerts;

  AlertArchive(AlertRepository alerts) {
    this.alerts = alerts;
  }

  Found find(AlertSearch search, int size) {
    var conditions = AlertConditions.of(search);
    var start = search.after() == null ? ScrollPosition.keyset() : search.after().position();
    Window<AlertRow> rows =
        alerts.findBy(conditions, query -> query.sortBy(ORDER).limit(size).scroll(start));
    return new Found(rows.map(AlertRow::toAlert), alerts.count(conditions));
  }

  Optional<Alert> find(String id) {
    return row(id).map(AlertRow::toAlertWithEvidence);
  }

  /** Returns the alert without its evidence; empty when there is none with this id. */
  public Optional<Alert> findWithoutEvidence(String id) {
    return row(id).map(AlertRow::toAlert);
  }

  private Optional<AlertRow> row(String id) {
    return AlertId.isOne(id) ? alerts.findById(id) : Optional.empty();
  }

  /**
   * What a search came to.
   *
   * @param alerts the page's
   * @param total on all pages
   */
  record Found(Window<Alert> alerts, long total) {}
}

package org.groundswell.dashboard.alerts;

import java.util.Optional;
import java.util.regex.Pattern;
import org.springframework.data.domain.ScrollPosition;
import org.springframework.data.domain.Sort;
import org.springframework.data.domain.Window;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The alerts in PostgreSQL. Every question is a read-only transaction of at most five seconds. */
@Service
@Transactional(readOnly = true, timeout = 5)
class AlertArchive {

  /** Most recently raised first; the id makes the order total. */
  private static final Sort ORDER = Sort.by(Sort.Order.desc("detected"), Sort.Order.asc("id"));

  private static final Pattern ID = Pattern.compile("[0-9a-f]{32}");

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
    return ID.matcher(id).matches()
        ? alerts.findById(id).map(AlertRow::toAlertWithEvidence)
        : Optional.empty();
  }

  /**
   * What a search came to.
   *
   * @param alerts the page's
   * @param total on all pages
   */
  record Found(Window<Alert> alerts, long total) {}
}

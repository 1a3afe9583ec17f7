package org.groundswell.alerts.store;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BinaryOperator;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.groundswell.alerts.evidence.Deletion;
import org.groundswell.alerts.evidence.Deletion.Scope;
import org.groundswell.alerts.incident.Alert;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Keeps the newest revision of every alert. Writing the same alerts again, or older ones, changes
 * nothing, so the topic can be read again at any time.
 */
@Component
class AlertStore {

  private final AlertRows rows;
  private final AlertRevisions revisions;

  AlertStore(AlertRows rows, AlertRevisions revisions) {
    this.rows = rows;
    this.revisions = revisions;
  }

  /**
   * A revision as it was read from the topic.
   *
   * @param at when the broker had it
   */
  record Published(Alert alert, Instant at) {}

  /**
   * Writes each revision into the history and what is newer than what is stored, in one
   * transaction.
   *
   * @return how many alerts were written; the others were stale or replaced by a newer one here
   */
  @Transactional
  int write(Collection<Published> published) {
    revisions.add(published);
    Map<String, Alert> newest =
        published.stream()
            .map(Published::alert)
            .collect(
                Collectors.toMap(
                    Alert::id,
                    Function.identity(),
                    BinaryOperator.maxBy(java.util.Comparator.comparingInt(Alert::revision))));
    Map<String, AlertRow> stored = new HashMap<>();
    rows.findAllById(newest.keySet()).forEach(row -> stored.put(row.getId(), row));
    List<AlertRow> added = new ArrayList<>();
    int updated = 0;
    for (Alert alert : newest.values()) {
      AlertRow row = stored.get(alert.id());
      if (row == null) {
        added.add(AlertRow.of(alert));
      } else if (row.isOlderThan(alert)) {
        row.take(alert);
        updated++;
      }
    }
    rows.saveAll(added);
    return updated + added.size();
  }

  /** Erases what was taken back, in one transaction; doing so again changes nothing. */
  @Transactional
  void erase(Collection<Deletion> deletions) {
    Map<Scope, Set<String>> named =
        deletions.stream()
            .collect(
                Collectors.groupingBy(
                    Deletion::scope, Collectors.mapping(Deletion::named, Collectors.toSet())));
    if (named.containsKey(Scope.POST)) {
      rows.erasePosts(named.get(Scope.POST));
    }
    if (named.containsKey(Scope.AUTHOR)) {
      rows.eraseAuthors(named.get(Scope.AUTHOR));
    }
  }
}

package org.groundswell.alerts.store;

import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.util.Collection;
import org.groundswell.alerts.incident.Alert;
import org.groundswell.alerts.store.AlertStore.Published;
import org.groundswell.alerts.wire.JsonSerde;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/**
 * The history of the alerts: each revision once, without the posts it was shown with. A row is
 * never changed, so what comes again is passed over.
 */
@Component
class AlertRevisions {

  private static final JsonSerde<Alert> ALERT = JsonSerde.of(Alert.class);
  private static final int BATCH = 100;
  private static final String INSERT =
      """
      insert into alert_revision
          (alert_id, revision, change, severity, status, published, snapshot)
      values (?, ?, ?, ?, ?, ?, ?::jsonb)
      on conflict do nothing
      """;

  private final JdbcTemplate jdbc;

  AlertRevisions(JdbcTemplate jdbc) {
    this.jdbc = jdbc;
  }

  /** Adds revisions, within the transaction of whoever calls. */
  void add(Collection<Published> published) {
    jdbc.batchUpdate(
        INSERT,
        published,
        BATCH,
        (row, one) -> {
          Alert alert = one.alert();
          row.setString(1, alert.id());
          row.setInt(2, alert.revision());
          row.setString(3, name(alert.change()));
          row.setString(4, alert.severity().name());
          row.setString(5, alert.status().name());
          row.setObject(6, one.at().atOffset(ZoneOffset.UTC));
          row.setString(
              7, new String(ALERT.write(alert.withoutEvidence()), StandardCharsets.UTF_8));
        });
  }

  private static @Nullable String name(@Nullable Enum<?> constant) {
    return constant == null ? null : constant.name();
  }
}

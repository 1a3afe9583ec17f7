package org.groundswell.alerts.notification;

import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.groundswell.alerts.incident.Alert;
import org.groundswell.alerts.incident.Alert.AlertEvidence;
import org.groundswell.alerts.signals.EventType;
import org.groundswell.alerts.wire.JsonSerde;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads what an alert is now, without what authors have taken back of its posts by now. */
@Component
class StoredAlerts {

  private static final JsonSerde<Alert> ALERT = JsonSerde.of(Alert.class);

  private final JdbcClient database;

  StoredAlerts(JdbcClient database) {
    this.database = database;
  }

  /** Returns the newest stored revision, without the posts that it is shown with. */
  Optional<Alert> newest(String id) {
    return database
        .sql(
            """
            select snapshot::text from alert_revision where alert_id = :id
            order by revision desc limit 1
            """)
        .param("id", id)
        .query(String.class)
        .optional()
        .map(json -> ALERT.read(json.getBytes(StandardCharsets.UTF_8)));
  }

  /** Returns the posts that an alert is shown with. */
  List<AlertEvidence> evidence(String id) {
    return database
        .sql("select * from evidence where alert_id = :id order by rank")
        .param("id", id)
        .query(StoredAlerts::post)
        .list();
  }

  /** Authors are nobody's business here. */
  private static AlertEvidence post(ResultSet row, int number) throws SQLException {
    return new AlertEvidence(
        row.getString("post"),
        row.getTimestamp("post_time").toInstant(),
        EventType.valueOf(row.getString("event_type")),
        row.getDouble("probability"),
        row.getString("language"),
        row.getString("excerpt"),
        row.getString("url"),
        row.getString("source"),
        row.getString("place_name"),
        null);
  }
}

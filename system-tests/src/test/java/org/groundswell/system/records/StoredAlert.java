package org.groundswell.system.records;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * The state of an alert: what must be the same in the topic's last revision and in the database.
 *
 * @param evidence keys of the posts that it is shown with, the most telling first
 */
public record StoredAlert(
    int revision,
    long geonameId,
    String eventType,
    String status,
    String severity,
    String certainty,
    Instant started,
    Instant detected,
    Instant updated,
    Instant lastSeen,
    @Nullable Instant closed,
    int authors,
    int posts,
    String headline,
    List<String> evidence) {

  private static final String ALERTS = "select * from alert";
  private static final String EVIDENCE = "select alert_id, post from evidence order by rank";

  /** Returns the last revision of each alert that the topic holds, by id. */
  public static Map<String, StoredAlert> lastRevisions(Ledger ledger) {
    var last = new TreeMap<String, StoredAlert>();
    ledger.alerts().forEach((id, revisions) -> last.put(id, of(revisions.getLast())));
    return last;
  }

  /** Reads all alerts of the database, by id. */
  public static Map<String, StoredAlert> read(Connection database) throws SQLException {
    Map<String, List<String>> evidence = evidence(database);
    var alerts = new TreeMap<String, StoredAlert>();
    try (var statement = database.createStatement();
        ResultSet row = statement.executeQuery(ALERTS)) {
      while (row.next()) {
        String id = row.getString("id");
        alerts.put(id, of(row, evidence.getOrDefault(id, List.of())));
      }
    }
    return alerts;
  }

  private static StoredAlert of(JsonNode alert) {
    return new StoredAlert(
        alert.get("revision").asInt(),
        alert.get("place").get("geonameId").asLong(),
        alert.get("eventType").asString(),
        alert.get("status").asString(),
        alert.get("severity").asString(),
        alert.get("certainty").asString(),
        time(alert, "started"),
        time(alert, "detected"),
        time(alert, "updated"),
        time(alert, "lastSeen"),
        alert.hasNonNull("closed") ? time(alert, "closed") : null,
        alert.get("authors").asInt(),
        alert.get("posts").asInt(),
        alert.get("headline").asString(),
        alert.get("evidence").valueStream().map(post -> post.get("post").asString()).toList());
  }

  private static StoredAlert of(ResultSet row, List<String> evidence) throws SQLException {
    Timestamp closed = row.getTimestamp("closed");
    return new StoredAlert(
        row.getInt("revision"),
        row.getLong("geoname_id"),
        row.getString("event_type"),
        row.getString("status"),
        row.getString("severity"),
        row.getString("certainty"),
        row.getTimestamp("started").toInstant(),
        row.getTimestamp("detected").toInstant(),
        row.getTimestamp("updated").toInstant(),
        row.getTimestamp("last_seen").toInstant(),
        closed == null ? null : closed.toInstant(),
        row.getInt("authors"),
        row.getInt("posts"),
        row.getString("headline"),
        evidence);
  }

  private static Map<String, List<String>> evidence(Connection database) throws SQLException {
    var evidence = new TreeMap<String, List<String>>();
    try (var statement = database.createStatement();
        ResultSet row = statement.executeQuery(EVIDENCE)) {
      while (row.next()) {
        evidence
            .computeIfAbsent(row.getString("alert_id"), _ -> new ArrayList<>())
            .add(row.getString("post"));
      }
    }
    return evidence;
  }

  private static Instant time(JsonNode alert, String field) {
    // The database keeps microseconds, rounded.
    return Instant.parse(alert.get(field).asString()).plusNanos(500).truncatedTo(ChronoUnit.MICROS);
  }
}

package org.groundswell.dashboard;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.groundswell.dashboard.alerts.Alert;
import org.groundswell.testing.TestServers;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.test.context.DynamicPropertyRegistry;
import tools.jackson.databind.json.JsonMapper;

/**
 * A database with the tables of the alert service, and a role that may only read them, as in
 * production.
 */
public final class AlertsDatabase {

  private static final String MIGRATIONS =
      "filesystem:../alert-service/src/main/resources/db/migration";
  private static final JsonMapper JSON = new JsonMapper();

  private final TestServers.Database database = TestServers.newDatabase();
  private final String reader = "reader_" + UUID.randomUUID().toString().replace("-", "");
  private final JdbcClient owner;

  /** Creates the database, its tables and its reader. */
  public AlertsDatabase() {
    DataSource source =
        new DriverManagerDataSource(database.jdbcUrl(), database.user(), database.password());
    Flyway.configure().dataSource(source).locations(MIGRATIONS).load().migrate();
    owner = JdbcClient.create(source);
    owner.sql("create role %s login password 'reader'".formatted(reader)).update();
    owner.sql("grant select on all tables in schema public to " + reader).update();
  }

  /** Points the service at the database, in the role that may only read. */
  public void connect(DynamicPropertyRegistry registry) {
    registry.add("spring.datasource.url", database::jdbcUrl);
    registry.add("spring.datasource.username", () -> reader);
    registry.add("spring.datasource.password", () -> "reader");
  }

  /** Removes all alerts. */
  public void clear() {
    owner.sql("delete from alert").update();
    owner.sql("delete from alert_revision").update();
  }

  /** Writes an alert with its evidence, as the alert service would. */
  public void insert(Alert alert) {
    owner
        .sql(
            """
            insert into alert values (
              :id, :revision, :geonameId, :place, :level, :admin1, :country, :countryName, :lat, :lon,
              :eventType, :status, :stage, :severity, :urgency, :certainty, :started, :detected,
              :updated, :lastSeen, :closed, :authors, :posts, :window, :observed, :expected,
              :probability, :eventTypes::jsonb, :sources::jsonb, :languages::jsonb, :headline,
              :change, :warmingUp, :plannedFor, :ending, :mergedInto, :announcedBy, :followedBy,
              :places::jsonb, :windows::jsonb, :acknowledgement::jsonb, :dismissal::jsonb,
              :comments::jsonb)
            """)
        .param("id", alert.id())
        .param("revision", alert.revision())
        .param("geonameId", alert.place().geonameId())
        .param("place", alert.place().name())
        .param("level", alert.place().level().name())
        .param("admin1", alert.place().admin1())
        .param("country", alert.place().country())
        .param("countryName", alert.place().countryName())
        .param("lat", alert.place().lat())
        .param("lon", alert.place().lon())
        .param("eventType", alert.eventType().name())
        .param("status", alert.status().name())
        .param("stage", alert.stage().name())
        .param("severity", alert.severity().name())
        .param("urgency", alert.urgency().name())
        .param("certainty", alert.certainty().name())
        .param("started", timestamp(alert.started()))
        .param("detected", timestamp(alert.detected()))
        .param("updated", timestamp(alert.updated()))
        .param("lastSeen", timestamp(alert.lastSeen()))
        .param("closed", timestamp(alert.closed()))
        .param("authors", alert.authors())
        .param("posts", alert.posts())
        .param("window", alert.window().toSeconds())
        .param("observed", alert.observed())
        .param("expected", alert.expected())
        .param("probability", alert.probability())
        .param("eventTypes", JSON.writeValueAsString(alert.eventTypes()))
        .param("sources", JSON.writeValueAsString(alert.sources()))
        .param("languages", JSON.writeValueAsString(alert.languages()))
        .param("headline", alert.headline())
        .params(life(alert))
        .update();
    int rank = 0;
    for (Alert.Evidence evidence : alert.evidence()) {
      insert(alert.id(), rank++, evidence);
    }
  }

  private static Map<String, @Nullable Object> life(Alert alert) {
    var life = new HashMap<String, @Nullable Object>();
    life.put("change", name(alert.change()));
    life.put("warmingUp", Boolean.TRUE.equals(alert.warmingUp()));
    life.put("plannedFor", alert.plannedFor());
    life.put("ending", name(alert.ending()));
    life.put("mergedInto", alert.mergedInto());
    life.put("announcedBy", alert.announcedBy());
    life.put("followedBy", alert.followedBy());
    life.put("places", list(alert.places()));
    life.put("windows", list(alert.windows()));
    life.put("acknowledgement", json(alert.acknowledgement()));
    life.put("dismissal", json(alert.dismissal()));
    life.put("comments", list(alert.comments()));
    return life;
  }

  /** Writes a revision into the history, as the alert service would. */
  public void insertRevision(Alert alert, Instant published) {
    owner
        .sql(
            """
            insert into alert_revision values (
              :id, :revision, :change, :severity, :status, :published,
              jsonb_set(:snapshot::jsonb, '{evidence}', '[]'))
            """)
        .param("id", alert.id())
        .param("revision", alert.revision())
        .param("change", name(alert.change()))
        .param("severity", alert.severity().name())
        .param("status", alert.status().name())
        .param("published", timestamp(published))
        .param("snapshot", JSON.writeValueAsString(alert))
        .update();
  }

  private static @Nullable String name(@Nullable Enum<?> constant) {
    return constant == null ? null : constant.name();
  }

  private static String list(@Nullable List<?> list) {
    return list == null ? "[]" : JSON.writeValueAsString(list);
  }

  private static @Nullable String json(@Nullable Object value) {
    return value == null ? null : JSON.writeValueAsString(value);
  }

  private void insert(String alert, int rank, Alert.Evidence evidence) {
    owner
        .sql(
            """
            insert into evidence values (
              :alert, :post, :rank, :source, :time, :eventType, :probability, :language, :place,
              :excerpt, :url, :authorKey)
            """)
        .param("alert", alert)
        .param("post", evidence.post())
        .param("rank", rank)
        .param("source", evidence.source())
        .param("time", timestamp(evidence.time()))
        .param("eventType", evidence.eventType().name())
        .param("probability", evidence.probability())
        .param("language", evidence.language())
        .param("place", evidence.place())
        .param("excerpt", evidence.excerpt())
        .param("url", evidence.url())
        .param("authorKey", "0f3a9c5b7d1e24680f3a9c5b7d1e2468")
        .update();
  }

  private static @Nullable Timestamp timestamp(@Nullable Instant instant) {
    return instant == null ? null : Timestamp.from(instant);
  }
}

package org.groundswell.dashboard.alerts;

import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;
import org.hibernate.annotations.Immutable;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** A row of {@code alert_revision}, which the alert service writes once. */
@Entity
@Immutable
@Table(name = "alert_revision")
@SuppressWarnings({"NullAway.Init", "UnusedVariable"}) // Hibernate sets and reads every field
class RevisionRow {

  @EmbeddedId private RevisionKey key;
  private Instant published;

  @JdbcTypeCode(SqlTypes.JSON)
  private Alert snapshot;

  Revision toRevision() {
    return new Revision(published, snapshot.withoutEvidence());
  }
}

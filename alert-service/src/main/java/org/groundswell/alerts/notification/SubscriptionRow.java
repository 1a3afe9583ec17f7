package org.groundswell.alerts.notification;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.PostLoad;
import jakarta.persistence.PostPersist;
import jakarta.persistence.Table;
import jakarta.persistence.Transient;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Persistable;

/** A subscription, as a row of the database. */
@Entity
@Table(name = "subscription")
@SuppressWarnings("NullAway.Init") // Hibernate fills the fields
class SubscriptionRow implements Persistable<UUID> {

  @Id private UUID id;
  private String name;
  private boolean enabled;

  @JdbcTypeCode(SqlTypes.JSON)
  private Selection selection;

  @JdbcTypeCode(SqlTypes.JSON)
  private @Nullable QuietHours quietHours;

  private boolean excerpts;

  @Enumerated(EnumType.STRING)
  private Channel channel;

  private @Nullable String url;

  @JdbcTypeCode(SqlTypes.JSON)
  private List<String> recipients;

  private byte @Nullable [] secret;
  private Instant created;
  private Instant updated;

  @Transient private boolean stored;

  protected SubscriptionRow() {}

  SubscriptionRow(UUID id, Instant created) {
    this.id = id;
    this.created = created;
  }

  /**
   * Becomes what a request says.
   *
   * @param sealed its secret, encrypted; null when it has none
   */
  void take(SubscriptionRequest request, byte @Nullable [] sealed, Instant now) {
    name = request.name();
    enabled = request.isEnabled();
    selection = request.selection();
    quietHours = request.quietHours();
    excerpts = request.showsExcerpts();
    channel = request.channel().type();
    url = request.channel().openUrl();
    recipients = request.channel().recipients();
    secret = sealed;
    updated = now;
  }

  @Override
  public UUID getId() {
    return id;
  }

  @Override
  public boolean isNew() {
    return !stored;
  }

  @PostLoad
  @PostPersist
  void markStored() {
    stored = true;
  }

  String name() {
    return name;
  }

  boolean enabled() {
    return enabled;
  }

  Selection selection() {
    return selection;
  }

  @Nullable QuietHours quietHours() {
    return quietHours;
  }

  boolean excerpts() {
    return excerpts;
  }

  Channel channel() {
    return channel;
  }

  @Nullable String url() {
    return url;
  }

  List<String> recipients() {
    return recipients;
  }

  byte @Nullable [] secret() {
    return secret;
  }

  Instant created() {
    return created;
  }

  Instant updated() {
    return updated;
  }
}

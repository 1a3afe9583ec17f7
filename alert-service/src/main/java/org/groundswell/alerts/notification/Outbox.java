package org.groundswell.alerts.notification;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.groundswell.alerts.notification.Delivery.State;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The messages that are to be sent, in the database, and what became of them. Any number of
 * instances may take from it: what one has claimed, no other gets, unless the first does not say in
 * time what became of it.
 */
@Component
class Outbox {

  /** How many messages are claimed at once. */
  private static final int BATCH = 32;

  /** How many of them for one subscription, so that a slow receiver holds up few others. */
  private static final int SHARE = 4;

  private static final String ADD =
      """
      insert into delivery (id, subscription_id, alert_id, revision, news, state, due, published, created)
      select :id, :subscription, :alert, :revision, :news, 'WAITING', :due, :published, :now
      """;

  /**
   * The newest message about the alert is no end, so that the subscriber thinks that it goes on.
   */
  private static final String WHERE_TOLD =
      """
      where (select told.news from delivery told
             where told.subscription_id = :subscription and told.alert_id = :alert
               and told.revision < :revision and told.state not in ('DEAD', 'DROPPED')
             order by told.revision desc limit 1) not in ('CLOSED', 'WITHDRAWN')
      """;

  private static final String ONCE =
      " on conflict (subscription_id, alert_id, revision) do nothing";

  /** Of messages about one alert that wait, or whose sender is gone, the newest tells all. */
  private static final String SUPERSEDE =
      """
      update delivery set state = 'SUPERSEDED', finished = :now, detail = 'A newer message went in its place'
      where id in (
          select d.id from delivery d
          where (d.state = 'WAITING' or d.state = 'SENDING' and d.due <= :now)
            and exists (
              select from delivery n
              where n.subscription_id = d.subscription_id and n.alert_id = d.alert_id
                and n.revision > d.revision and n.state = 'WAITING' and n.due <= greatest(d.due, :now))
          for update skip locked)
      """;

  /** Waits for the alert to be stored, and for an older message about it. */
  private static final String CLAIM =
      """
      update delivery set state = 'SENDING', attempts = attempts + 1, due = :until
      where id in (
          select c.id from delivery c
          where c.due <= :now and c.state in ('WAITING', 'SENDING') and c.id in (
              select id from (
                  select d.id, d.due,
                         row_number() over (partition by d.subscription_id order by d.due, d.revision) as place
                  from delivery d
                  where d.due <= :now and d.state in ('WAITING', 'SENDING')
                    and exists (select from alert_revision r
                                where r.alert_id = d.alert_id and r.revision >= d.revision)
                    and not exists (select from delivery o
                                    where o.subscription_id = d.subscription_id and o.alert_id = d.alert_id
                                      and o.revision < d.revision and o.state in ('WAITING', 'SENDING'))
              ) ranked
              where place <= :share order by due limit :batch)
          for update skip locked)
      returning *
      """;

  /** Whoever lost its claim meanwhile changes nothing. */
  private static final String MARK =
      """
      update delivery set state = :state, due = :due, finished = :finished, detail = :detail
      where id = :id and state = 'SENDING' and attempts = :attempts
      """;

  private final JdbcClient database;

  Outbox(JdbcClient database) {
    this.database = database;
  }

  /**
   * Adds a message unless the subscriber's messages hold that revision already, or it tells of the
   * end of what the subscriber does not know. Within the transaction of whoever calls.
   *
   * @param due before which it is not sent
   */
  void add(UUID subscription, Told told, Instant due, Instant now) {
    database
        .sql(ADD + (told.news().ends() ? WHERE_TOLD : "") + ONCE)
        .param("id", UUID.randomUUID())
        .param("subscription", subscription)
        .param("alert", told.alert())
        .param("revision", told.revision())
        .param("news", told.news().name())
        .param("due", at(due))
        .param("published", at(told.published()))
        .param("now", at(now))
        .update();
  }

  /**
   * A revision that subscribers are told of.
   *
   * @param published when the broker had it
   */
  record Told(String alert, int revision, News news, Instant published) {}

  /**
   * Takes some of what is due.
   *
   * @param until when others may take them again
   */
  @Transactional
  List<Delivery> claim(Instant now, Instant until) {
    database.sql(SUPERSEDE).param("now", at(now)).update();
    return database
        .sql(CLAIM)
        .param("now", at(now))
        .param("until", at(until))
        .param("share", SHARE)
        .param("batch", BATCH)
        .query(Outbox::delivery)
        .list();
  }

  /** Says whether the subscriber has been sent anything about the alert. */
  boolean hasTold(Delivery delivery) {
    return any(delivery, State.SENT);
  }

  /** Says whether an older message about the alert gave way to a newer one. */
  boolean hasHeldBack(Delivery delivery) {
    return any(delivery, State.SUPERSEDED);
  }

  private boolean any(Delivery delivery, State state) {
    return database
        .sql(
            """
            select exists (select from delivery where subscription_id = :subscription
                and alert_id = :alert and state = :state)
            """)
        .param("subscription", delivery.subscription())
        .param("alert", delivery.alert())
        .param("state", state.name())
        .query(Boolean.class)
        .single();
  }

  /** Ends a message that was claimed. */
  void finish(Delivery claimed, State state, @Nullable String detail, Instant now) {
    mark(claimed, state, claimed.due(), now, detail);
  }

  /** Puts back a message that was claimed. */
  void retry(Delivery claimed, String detail, Instant due) {
    mark(claimed, State.WAITING, due, null, detail);
  }

  private void mark(
      Delivery claimed,
      State state,
      Instant due,
      @Nullable Instant finished,
      @Nullable String detail) {
    database
        .sql(MARK)
        .param("state", state.name())
        .param("due", at(due))
        .param("finished", at(finished))
        .param("detail", detail)
        .param("id", claimed.id())
        .param("attempts", claimed.attempts())
        .update();
  }

  /** Ends what waits for a subscriber who wants nothing any more. */
  void drop(UUID subscription, Instant now) {
    database
        .sql(
            """
            update delivery set state = 'DROPPED', finished = :now, detail = 'The subscription was disabled'
            where subscription_id = :subscription and state = 'WAITING'
            """)
        .param("now", at(now))
        .param("subscription", subscription)
        .update();
  }

  /** Tries a dead message again as if it were new; returns false when it is not dead. */
  boolean replay(UUID id, Instant now) {
    return database
            .sql(
                """
                update delivery set state = 'WAITING', due = :now, attempts = 0, finished = null,
                    detail = null, lettered = false
                where id = :id and state = 'DEAD'
                """)
            .param("now", at(now))
            .param("id", id)
            .update()
        == 1;
  }

  /** Locks some dead messages that are not on the topic of dead letters yet, for a transaction. */
  List<Delivery> lockUnlettered(int most) {
    return database
        .sql(
            """
            select * from delivery where state = 'DEAD' and not lettered
            order by created limit :most for update skip locked
            """)
        .param("most", most)
        .query(Outbox::delivery)
        .list();
  }

  void markLettered(UUID id) {
    database.sql("update delivery set lettered = true where id = :id").param("id", id).update();
  }

  /** Forgets what ended before a time, and what has waited since then. */
  int forget(Instant before) {
    return database
        .sql(
            """
            delete from delivery
            where finished < :before and (state <> 'DEAD' or lettered)
               or state = 'WAITING' and created < :before
            """)
        .param("before", at(before))
        .update();
  }

  /** How many messages are to be sent yet. */
  long pending() {
    return count("state in ('WAITING', 'SENDING')", null);
  }

  Optional<Delivery> find(UUID id) {
    return database
        .sql("select * from delivery where id = :id")
        .param("id", id)
        .query(Outbox::delivery)
        .optional();
  }

  /** Returns a page of a subscription's messages, newest first. */
  Listing<Delivery> of(UUID subscription, int page, int size) {
    List<Delivery> found =
        database
            .sql(
                """
                select * from delivery where subscription_id = :subscription
                order by created desc, id limit :size offset :offset
                """)
            .param("subscription", subscription)
            .param("size", size)
            .param("offset", (long) page * size)
            .query(Outbox::delivery)
            .list();
    return new Listing<>(found, page, size, count("subscription_id = :subscription", subscription));
  }

  private long count(String where, @Nullable UUID subscription) {
    StatementSpec statement = database.sql("select count(*) from delivery where " + where);
    return (subscription == null ? statement : statement.param("subscription", subscription))
        .query(Long.class)
        .single();
  }

  private static Delivery delivery(ResultSet row, int number) throws SQLException {
    return new Delivery(
        row.getObject("id", UUID.class),
        row.getObject("subscription_id", UUID.class),
        row.getString("alert_id"),
        row.getInt("revision"),
        News.valueOf(row.getString("news")),
        State.valueOf(row.getString("state")),
        row.getTimestamp("due").toInstant(),
        row.getInt("attempts"),
        row.getTimestamp("published").toInstant(),
        row.getTimestamp("created").toInstant(),
        instant(row.getTimestamp("finished")),
        row.getString("detail"));
  }

  private static @Nullable Instant instant(@Nullable Timestamp time) {
    return time == null ? null : time.toInstant();
  }

  private static @Nullable Object at(@Nullable Instant time) {
    return time == null ? null : time.atOffset(ZoneOffset.UTC);
  }
}

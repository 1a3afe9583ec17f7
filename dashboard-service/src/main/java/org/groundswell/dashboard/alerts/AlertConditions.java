package org.groundswell.dashboard.alerts;

import jakarta.persistence.criteria.CriteriaBuilder;
import jakarta.persistence.criteria.Expression;
import jakarta.persistence.criteria.Path;
import jakarta.persistence.criteria.Predicate;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.data.jpa.domain.PredicateSpecification;

/** Puts a search into the terms of the database. */
final class AlertConditions {

  private AlertConditions() {}

  static PredicateSpecification<AlertRow> of(AlertSearch search) {
    return PredicateSpecification.allOf(
        Stream.of(
                endedAtOrAfter(search.from()),
                startedAtOrBefore(search.to()),
                within(search.bbox()),
                country(search.countries()),
                oneOf("eventType", search.type()),
                oneOf("status", search.status()),
                oneOf("severity", search.severity()),
                oneOf("stage", search.stage()),
                oneOf("ending", search.ending()),
                plannedOnOrAfter(search.plannedFrom()),
                plannedOnOrBefore(search.plannedTo()))
            .filter(Objects::nonNull)
            .toList());
  }

  private static @Nullable PredicateSpecification<AlertRow> endedAtOrAfter(@Nullable Instant from) {
    return from == null
        ? null
        : (alert, is) -> is.greaterThanOrEqualTo(end(alert.get("closed"), alert, is), from);
  }

  // An alert without a closing time lives at least until its last post.
  private static Expression<Instant> end(
      Path<Instant> closed, Path<AlertRow> alert, CriteriaBuilder is) {
    return is.coalesce(closed, alert.get("lastSeen"));
  }

  private static @Nullable PredicateSpecification<AlertRow> startedAtOrBefore(
      @Nullable Instant to) {
    return to == null ? null : (alert, is) -> is.lessThanOrEqualTo(alert.get("started"), to);
  }

  private static @Nullable PredicateSpecification<AlertRow> plannedOnOrAfter(
      @Nullable LocalDate day) {
    return day == null
        ? null
        : (alert, is) -> is.greaterThanOrEqualTo(alert.get("plannedFor"), day);
  }

  private static @Nullable PredicateSpecification<AlertRow> plannedOnOrBefore(
      @Nullable LocalDate day) {
    return day == null ? null : (alert, is) -> is.lessThanOrEqualTo(alert.get("plannedFor"), day);
  }

  private static @Nullable PredicateSpecification<AlertRow> within(@Nullable BoundingBox box) {
    return box == null
        ? null
        : (alert, is) ->
            is.and(
                is.between(alert.get("latitude"), box.minLat(), box.maxLat()),
                withinLongitudes(box, alert.get("longitude"), is));
  }

  private static Predicate withinLongitudes(
      BoundingBox box, Path<Double> longitude, CriteriaBuilder is) {
    return box.crossesDateLine()
        ? is.or(is.ge(longitude, box.minLon()), is.le(longitude, box.maxLon()))
        : is.between(longitude, box.minLon(), box.maxLon());
  }

  private static @Nullable PredicateSpecification<AlertRow> country(List<CountryCode> countries) {
    return countries.isEmpty()
        ? null
        : oneOf("countryCode", countries.stream().map(CountryCode::value).toList());
  }

  private static @Nullable PredicateSpecification<AlertRow> oneOf(
      String column, @Nullable List<?> values) {
    return values == null ? null : (alert, _) -> alert.get(column).in(values);
  }
}

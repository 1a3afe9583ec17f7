package org.groundswell.dashboard.alerts;

import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.Explode;
import io.swagger.v3.oas.annotations.media.ArraySchema;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.groundswell.dashboard.alerts.Alert.Ending;
import org.groundswell.dashboard.alerts.Alert.Severity;
import org.groundswell.dashboard.alerts.Alert.Stage;
import org.groundswell.dashboard.alerts.Alert.Status;
import org.groundswell.dashboard.problems.BadParameter;
import org.jspecify.annotations.Nullable;

/**
 * The query parameters of a list of alerts. All conditions must hold; within one of several values
 * any may. A parameter that was not given is null.
 */
record AlertSearch(
    @Parameter(
            description = "Only alerts whose life ends at or after this instant, ISO-8601",
            example = "2026-06-03T00:00:00Z")
        @Nullable Instant from,
    @Parameter(
            description = "Only alerts that started at or before this instant, ISO-8601",
            example = "2026-06-04T00:00:00Z")
        @Nullable Instant to,
    @Parameter(
            description =
                "Only places within minLon,minLat,maxLon,maxLat in degrees, edges included;"
                    + " minLon greater than maxLon crosses the date line",
            schema = @Schema(type = "string"),
            example = "-74,0,-59,13")
        @Nullable BoundingBox bbox,
    @Parameter(
            description = "Only these countries, ISO 3166-1 alpha-2",
            array = @ArraySchema(schema = @Schema(type = "string", pattern = "[A-Za-z]{2}")),
            explode = Explode.FALSE)
        @Nullable List<String> country,
    @Parameter(description = "Only these event types", explode = Explode.FALSE)
        @Nullable List<EventType> type,
    @Parameter(description = "Only these states", explode = Explode.FALSE)
        @Nullable List<Status> status,
    @Parameter(
            description = "Only these severities (each by name; not a minimum)",
            explode = Explode.FALSE)
        @Nullable List<Severity> severity,
    @Parameter(description = "Only these stages", explode = Explode.FALSE)
        @Nullable List<Stage> stage,
    @Parameter(
            description = "Only alerts that were closed for one of these reasons",
            explode = Explode.FALSE)
        @Nullable List<Ending> ending,
    @Parameter(
            description = "Only alerts that are planned for this day or a later one, ISO-8601",
            example = "2026-06-05")
        @Nullable LocalDate plannedFrom,
    @Parameter(
            description = "Only alerts that are planned for this day or an earlier one, ISO-8601",
            example = "2026-06-12")
        @Nullable LocalDate plannedTo,
    @Parameter(description = "Alerts on a page; the service's configuration sets the limit")
        @Nullable Integer size,
    @Parameter(
            description = "Where the page before ended, taken from its next link",
            schema = @Schema(type = "string"))
        @Nullable Cursor after) {

  private static final Instant EARLIEST = Instant.parse("0001-01-01T00:00:00Z");
  private static final Instant LATEST = Instant.parse("9999-12-31T23:59:59Z");

  /**
   * Checks what no single value tells.
   *
   * @throws BadParameter when a time is out of range, one that begins a range is after its end, a
   *     list has an empty element, or {@code size} is out of range
   */
  void check(int maxSize) {
    checkTimes();
    var _ = countries();
    checkElements("type", type);
    checkElements("status", status);
    checkElements("severity", severity);
    checkElements("stage", stage);
    checkElements("ending", ending);
    if (size != null && (size < 1 || size > maxSize)) {
      throw new BadParameter("size", size, "it must be between 1 and " + maxSize);
    }
  }

  private void checkTimes() {
    checkRange("from", from);
    checkRange("to", to);
    checkRange("plannedFrom", atMidnight(plannedFrom));
    checkRange("plannedTo", atMidnight(plannedTo));
    checkOrder("from", from, "to", to);
    checkOrder("plannedFrom", plannedFrom, "plannedTo", plannedTo);
  }

  private static @Nullable Instant atMidnight(@Nullable LocalDate day) {
    return day == null ? null : day.atStartOfDay(ZoneOffset.UTC).toInstant();
  }

  private static <T extends Comparable<? super T>> void checkOrder(
      String name, @Nullable T first, String endName, @Nullable T last) {
    if (first != null && last != null && first.compareTo(last) > 0) {
      throw new BadParameter(name, first, "it is after %s, which is %s".formatted(endName, last));
    }
  }

  /**
   * Returns the countries asked for; empty for all.
   *
   * @throws BadParameter when there is no such country
   */
  List<CountryCode> countries() {
    return country == null ? List.of() : country.stream().map(AlertSearch::countryCode).toList();
  }

  // Spring could convert each element, but would then blame the whole list for one of them.
  private static CountryCode countryCode(String text) {
    try {
      return CountryCode.of(text);
    } catch (IllegalArgumentException e) {
      throw new BadParameter("country", text, String.valueOf(e.getMessage()));
    }
  }

  private static void checkRange(String name, @Nullable Instant instant) {
    if (instant != null && (instant.isBefore(EARLIEST) || instant.isAfter(LATEST))) {
      throw new BadParameter(name, instant, "it must lie in the years 0001 to 9999");
    }
  }

  private static void checkElements(String name, @Nullable List<?> values) {
    if (values != null && values.stream().anyMatch(value -> value == null)) {
      throw new BadParameter(name, values, "it has an empty element");
    }
  }
}

package org.groundswell.alerts.notification;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.groundswell.alerts.notification.Message.Kind;
import org.groundswell.alerts.notification.Message.ToldAlert;
import org.groundswell.alerts.notification.Message.ToldPlace;
import org.groundswell.alerts.notification.Message.ToldTown;
import org.jspecify.annotations.Nullable;

/**
 * A message in words for people.
 *
 * @param title one line
 * @param lines what is known of the alert, without what people wrote
 * @param quotes what people wrote, each in one line
 */
record MessageText(String title, List<String> lines, List<String> quotes) {

  private static final int LONGEST_TITLE = 200;
  private static final int MOST_TOWNS = 10;
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm 'UTC'", Locale.ROOT).withZone(ZoneOffset.UTC);

  static MessageText of(Message message) {
    ToldAlert alert = message.alert();
    News news = message.news();
    if (message.kind() == Kind.TEST || alert == null || news == null) {
      return new MessageText(
          "Test message of Groundswell",
          List.of("Messages of this subscription arrive. There is no alert."),
          List.of());
    }
    return new MessageText(title(alert, news), lines(alert), quotes(alert));
  }

  private static String title(ToldAlert alert, News news) {
    String title =
        "Unverified, %s: %s in %s (%s, %s)"
            .formatted(
                news.word().toLowerCase(Locale.ROOT),
                alert.eventType().words(),
                where(alert.place()),
                words(alert.severity()),
                words(alert.certainty()));
    return oneLine(title.substring(0, Math.min(LONGEST_TITLE, title.length())));
  }

  private static List<String> lines(ToldAlert alert) {
    var lines = new ArrayList<String>();
    lines.add(oneLine(alert.headline()));
    lines.add(
        "Severity: %s. Certainty: %s. Stage: %s."
            .formatted(words(alert.severity()), words(alert.certainty()), words(alert.stage())));
    if (alert.plannedFor() != null) {
      lines.add("Called for: " + alert.plannedFor() + ".");
    }
    lines.add(
        "Since %s, last seen %s: %d people, %d posts."
            .formatted(
                time(alert.started()), time(alert.lastSeen()), alert.authors(), alert.posts()));
    if (!alert.places().isEmpty()) {
      lines.add("Places: " + towns(alert.places()) + ".");
    }
    if (alert.warmingUp()) {
      lines.add("Too little of the stream has been seen yet for a sound expectation.");
    }
    String end = end(alert);
    if (end != null) {
      lines.add(end);
    }
    return List.copyOf(lines);
  }

  private static @Nullable String end(ToldAlert alert) {
    return switch (alert.ending()) {
      case null -> null;
      case QUIET -> "Over: it has been quiet for long enough.";
      case MERGED -> "Over: it has become part of the alert of a wider place.";
      case DISMISSED -> "Withdrawn: a person has called it false.";
      case DAY_CAME -> "Over: the planned day has come.";
    };
  }

  private static List<String> quotes(ToldAlert alert) {
    return alert.posted().stream()
        .map(post -> "%s (%s): %s".formatted(time(post.time()), post.language(), post.excerpt()))
        .map(MessageText::oneLine)
        .toList();
  }

  private static String where(ToldPlace place) {
    return place.name().equals(place.countryName())
        ? place.name()
        : place.name() + ", " + place.countryName();
  }

  private static String towns(List<ToldTown> towns) {
    String named =
        towns.stream().limit(MOST_TOWNS).map(ToldTown::name).collect(Collectors.joining(", "));
    int more = towns.size() - MOST_TOWNS;
    return oneLine(more > 0 ? "%s and %d more".formatted(named, more) : named);
  }

  private static String words(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }

  private static String time(Instant time) {
    return TIME.format(time);
  }

  /** Without controls, so that nothing in a name or an excerpt can begin a line or a header. */
  private static String oneLine(String text) {
    return text.replaceAll("[\\p{Cntrl}\\u2028\\u2029]+", " ").strip();
  }
}

package org.groundswell.dashboard.cap;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.groundswell.dashboard.alerts.Alert;
import org.groundswell.dashboard.alerts.Alert.Ending;
import org.groundswell.dashboard.alerts.Alert.Level;
import org.groundswell.dashboard.alerts.Alert.PartPlace;
import org.groundswell.dashboard.alerts.Alert.Place;
import org.groundswell.dashboard.alerts.Alert.Remark;
import org.groundswell.dashboard.alerts.Alert.Stage;
import org.groundswell.dashboard.alerts.Alert.Status;
import org.groundswell.dashboard.alerts.Alert.Urgency;
import org.groundswell.dashboard.alerts.Revision;
import org.groundswell.dashboard.alerts.RevisionArchive.Earlier;
import org.jspecify.annotations.Nullable;

/**
 * One revision of an alert as one message of the Common Alerting Protocol 1.2 (OASIS Standard, 1
 * July 2010). The order of the elements is the schema's.
 *
 * <p>A message is an Alert when nothing came before it, an Update when something did, and a Cancel
 * when the alert was taken back: called false, or made part of another. An alert that ended because
 * all is quiet was right, so its last message is an Update with urgency Past.
 *
 * <p>Nothing that people posted is quoted: a message goes on where its author cannot take it back.
 */
final class CapMessage {

  private static final int LONGEST_HEADLINE = 160; // the standard's advice for short messages
  private static final int TOWN_KILOMETRES = 10;
  private static final String SCOPE = "Public";

  private final CapProperties sender;
  private final Alert alert;
  private final Instant sent;
  private final List<? extends Earlier> earlier;
  private final CapXml xml = new CapXml("alert");

  private CapMessage(CapProperties sender, Revision revision, List<? extends Earlier> earlier) {
    this.sender = sender;
    this.alert = revision.alert();
    this.sent = revision.published();
    this.earlier = earlier;
  }

  /**
   * Returns the message in UTF-8.
   *
   * @param earlier the revisions that this one replaces, oldest first
   */
  static byte[] of(CapProperties sender, Revision revision, List<? extends Earlier> earlier) {
    return new CapMessage(sender, revision, earlier).write();
  }

  private byte[] write() {
    xml.element("identifier", identifier(alert.revision()))
        .element("sender", sender.sender())
        .element("sent", CapWords.time(sent))
        .element("status", CapWords.value(sender.status()))
        .element("msgType", messageType())
        .element("scope", SCOPE);
    optional("note", note());
    if (!earlier.isEmpty()) {
      xml.element("references", references());
    }
    return xml.element("info", this::writeInfo).finish();
  }

  private String identifier(int revision) {
    return alert.id() + "." + revision;
  }

  private String messageType() {
    if (alert.ending() == Ending.DISMISSED || alert.ending() == Ending.MERGED) {
      return "Cancel";
    }
    return earlier.isEmpty() ? "Alert" : "Update";
  }

  private @Nullable String note() {
    if (alert.ending() == Ending.MERGED) {
      return "Became part of the alert " + alert.mergedInto();
    }
    if (alert.ending() != Ending.DISMISSED) {
      return null;
    }
    Remark dismissal = alert.dismissal();
    String reason = dismissal == null ? null : dismissal.text();
    return reason == null ? "A person called it false" : "A person called it false: " + reason;
  }

  private String references() {
    return earlier.stream()
        .map(it ->
            String.join(
                ",",
                sender.sender(),
                identifier(it.getRevision()),
                CapWords.time(it.getPublished())))
        .collect(Collectors.joining(" "));
  }

  private void writeInfo() {
    xml.element("language", "en")
        .element("category", CapWords.category(alert.eventType()))
        .element("event", CapWords.phrase(alert.eventType()))
        .element("urgency", CapWords.value(urgency()))
        .element("severity", CapWords.value(alert.severity()))
        .element("certainty", CapWords.value(alert.certainty()))
        .element("effective", CapWords.time(sent))
        .element("onset", CapWords.time(onset()))
        .element("expires", CapWords.time(sent.plus(sender.validity())))
        .element("senderName", sender.senderName())
        .element("headline", CapWords.cut(alert.headline(), LONGEST_HEADLINE))
        .element("description", description())
        .element("instruction", "A lead to check, not a fact: confirm it before acting on it.");
    optional("web", sender.page() == null ? null : sender.page() + "#alert=" + alert.id());
    writeParameters();
    xml.element("area", this::writeArea);
  }

  private Urgency urgency() {
    return alert.status() == Status.CLOSED ? Urgency.PAST : alert.urgency();
  }

  // The offset of the place is not known; a day is told as one of UTC.
  private Instant onset() {
    LocalDate planned = alert.plannedFor();
    return planned == null ? alert.started() : planned.atStartOfDay(ZoneOffset.UTC).toInstant();
  }

  private String description() {
    return Stream.of(
            "Unverified: made by a machine from public posts.",
            alert.stage() == Stage.PLANNED ? planned() : null,
            "%d people posted about it within %s; %.1f were to be expected."
                .formatted(alert.observed(), CapWords.duration(alert.window()), alert.expected()),
            "In all %d people and %d posts since %s; the last at %s."
                .formatted(alert.authors(), alert.posts(), alert.started(), alert.lastSeen()),
            places().isEmpty() ? null : "Places: " + names() + ".",
            Boolean.TRUE.equals(alert.warmingUp())
                ? "Too little had been seen for a sound expectation."
                : null)
        .filter(Objects::nonNull)
        .collect(Collectors.joining("\n"));
  }

  private String planned() {
    LocalDate day = alert.plannedFor();
    return day == null ? "Announced for a coming day." : "Announced for %s.".formatted(day);
  }

  private void writeParameters() {
    parameter("authors", alert.authors());
    parameter("posts", alert.posts());
    parameter("observed", alert.observed());
    parameter("expected", alert.expected());
    parameter("probability", alert.probability());
    parameter("window", alert.window());
    parameter("stage", alert.stage());
    parameter("change", alert.change());
    parameter("ending", alert.ending());
    parameter("warmingUp", alert.warmingUp());
    parameter("plannedFor", alert.plannedFor());
    parameter("mergedInto", alert.mergedInto());
    parameter("announcedBy", alert.announcedBy());
    parameter("followedBy", alert.followedBy());
  }

  private void writeArea() {
    Place place = alert.place();
    xml.element("areaDesc", areaDescription());
    circles();
    xml.pair("geocode", "GeoNames", place.geonameId());
    places().forEach(town -> xml.pair("geocode", "GeoNames", town.geonameId()));
  }

  private String areaDescription() {
    Place place = alert.place();
    String where =
        Stream.of(place.name(), place.admin1(), place.countryName())
            .filter(Objects::nonNull)
            .distinct()
            .collect(Collectors.joining(", "));
    return places().isEmpty() ? where : where + ": " + names();
  }

  // A circle around the middle of a division or country would claim what nobody wrote about, so a
  // wide alert has those of its towns, or none.
  private void circles() {
    if (alert.place().level() == Level.TOWN) {
      circle(alert.place().lat(), alert.place().lon());
    }
    places().forEach(town -> circle(town.lat(), town.lon()));
  }

  private void circle(double lat, double lon) {
    xml.element("circle", "%s,%s %d".formatted(plain(lat), plain(lon), TOWN_KILOMETRES));
  }

  // Never in the form 1.0E-4, which the protocol does not know.
  private static String plain(double degrees) {
    return BigDecimal.valueOf(degrees).toPlainString();
  }

  private List<PartPlace> places() {
    return Objects.requireNonNullElse(alert.places(), List.of());
  }

  private String names() {
    return places().stream().map(PartPlace::name).collect(Collectors.joining(", "));
  }

  private void parameter(String name, @Nullable Object value) {
    if (value != null) {
      xml.pair("parameter", name, value);
    }
  }

  private void optional(String element, @Nullable String text) {
    if (text != null) {
      xml.element(element, text);
    }
  }
}

package org.groundswell.alerts;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.groundswell.alerts.signals.EventType;
import org.groundswell.alerts.signals.Level;
import org.groundswell.alerts.signals.Location;
import org.groundswell.alerts.signals.Location.Country;
import org.groundswell.alerts.signals.Location.Division;
import org.groundswell.alerts.signals.Location.How;
import org.groundswell.alerts.signals.Signal;
import org.groundswell.alerts.signals.Stage;
import org.jspecify.annotations.Nullable;

/** Signals as a worker would send them: one for each level of the place that a post speaks of. */
public final class Sent {

  public static final Country NIGERIA = new Country(2328926, "NG", "Nigeria", 10, 8);
  public static final Country CHILE = new Country(3895114, "CL", "Chile", -30, -71);
  public static final Location LAGOS =
      town(2332459, "Lagos", 6.45, 3.39, 2332453, "Lagos State", NIGERIA);
  public static final Location KANO =
      town(2335204, "Kano", 12.0, 8.52, 2335196, "Kano State", NIGERIA);

  /** 22 km from Lagos. */
  public static final Location IKORODU =
      town(2338242, "Ikorodu", 6.615, 3.508, 2332453, "Lagos State", NIGERIA);

  /** 26 km from Lagos, in another division. */
  public static final Location OTA =
      town(2326171, "Ota", 6.68, 3.35, 2327546, "Ogun State", NIGERIA);

  /** 50 km from Lagos. */
  public static final Location SAGAMU =
      town(2323411, "Sagamu", 6.84, 3.62, 2327546, "Ogun State", NIGERIA);

  public static final Location LAGOS_STATE = division(LAGOS);
  public static final Location ALL_NIGERIA = country(NIGERIA);

  private Sent() {}

  public static Location town(
      long id,
      String name,
      double lat,
      double lon,
      long divisionId,
      String division,
      Country country) {
    return new Location(
        id,
        name,
        Level.TOWN,
        lat,
        lon,
        new Division(divisionId, division, country.lat() + 2, country.lon() + 2),
        country,
        How.TEXT,
        0.9);
  }

  public static Location division(Location town) {
    Division division = town.admin1();
    return new Location(
        division.geonameId(),
        division.name(),
        Level.ADMIN1,
        division.lat(),
        division.lon(),
        division,
        town.country(),
        How.TEXT,
        0.9);
  }

  public static Location country(Country country) {
    return new Location(
        country.geonameId(),
        country.name(),
        Level.COUNTRY,
        country.lat(),
        country.lon(),
        null,
        country,
        How.TEXT,
        0.9);
  }

  /** One post by one voice, at every level of its place. */
  public static List<Signal> post(Location place, String voice, Instant at) {
    return post(place, voice, at, EventType.PEACEFUL_PROTEST, Stage.ONGOING);
  }

  public static List<Signal> post(
      Location place, String voice, Instant at, EventType type, Stage stage) {
    return post(place, null, voice, at, type, stage);
  }

  /** One post that names a second place of the same country beside the one it is about. */
  public static List<Signal> post(Location place, Location beside, String voice, Instant at) {
    var signals = new ArrayList<>(post(place, voice, at));
    post(beside, 2, voice, at, EventType.PEACEFUL_PROTEST, Stage.ONGOING).stream()
        .filter(signal -> signal.scope() != Level.COUNTRY)
        .forEach(signals::add);
    return signals;
  }

  private static List<Signal> post(
      Location place,
      @Nullable Integer mention,
      String voice,
      Instant at,
      EventType type,
      Stage stage) {
    String id = "push:" + voice + "-" + at.toEpochMilli();
    var signals = new ArrayList<Signal>();
    for (Level level : Level.values()) {
      if (level.compareTo(place.level()) >= 0) {
        signals.add(
            new Signal(
                level,
                id,
                "push",
                at,
                type,
                0.9,
                stage,
                place,
                mention,
                "en",
                authorKey(voice),
                voice,
                false,
                voice + " says that people march in " + place.name(),
                "https://example.org/" + voice,
                null,
                null));
      }
    }
    return signals;
  }

  /** One post that calls for a day, at every level of its place. */
  public static List<Signal> call(Location place, String voice, Instant at, LocalDate day) {
    return post(place, voice, at, EventType.STRIKE, Stage.PLANNED).stream()
        .map(signal ->
            new Signal(
                signal.scope(),
                signal.post(),
                signal.source(),
                signal.eventTime(),
                signal.eventType(),
                signal.probability(),
                signal.stage(),
                signal.location(),
                signal.mention(),
                signal.language(),
                signal.authorKey(),
                signal.voice(),
                signal.repost(),
                signal.excerpt(),
                signal.url(),
                day,
                signal.signature()))
        .toList();
  }

  /** One post at the level of its place alone, by a voice that nobody knows. */
  public static Signal only(Location place, String voice, Instant at, EventType type) {
    return only(place, voice, at, type, null);
  }

  /** The same with words of its own, by their signature. */
  public static Signal only(
      Location place, String voice, Instant at, EventType type, @Nullable String signature) {
    return new Signal(
        place.level(),
        "push:" + voice,
        "push",
        at,
        type,
        0.9,
        Stage.ONGOING,
        place,
        null,
        "en",
        null,
        voice,
        false,
        "People march",
        null,
        null,
        signature);
  }

  public static String authorKey(String voice) {
    return "%032x".formatted(Integer.toUnsignedLong(voice.hashCode()));
  }

  /** Key of a signal in its topic. */
  public static String key(Signal signal) {
    return String.valueOf(signal.place().id());
  }
}

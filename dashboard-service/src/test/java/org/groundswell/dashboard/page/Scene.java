package org.groundswell.dashboard.page;

import static org.groundswell.dashboard.Alerts.at;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.function.Consumer;
import org.groundswell.dashboard.Alerts;
import tools.jackson.databind.node.ObjectNode;

/** A few invented days of alerts all over the world, the same ones every time. */
final class Scene {

  private static final Instant FIRST = Instant.parse("2026-06-01T04:00:00Z");

  private record Town(
      String name, String admin1, String code, String country, double lat, double lon) {}

  private record Excerpt(String language, String text) {}

  private static final List<Town> TOWNS =
      List.of(
          new Town("Caracas", "Distrito Capital", "VE", "Venezuela", 10.488, -66.879),
          new Town("Lima", "Lima", "PE", "Peru", -12.046, -77.043),
          new Town("Bogotá", "Bogotá D.C.", "CO", "Colombia", 4.61, -74.082),
          new Town("Buenos Aires", "Ciudad Autónoma", "AR", "Argentina", -34.613, -58.377),
          new Town("São Paulo", "São Paulo", "BR", "Brazil", -23.548, -46.636),
          new Town("Mexico City", "Mexico City", "MX", "Mexico", 19.428, -99.128),
          new Town("Oakland", "California", "US", "United States", 37.804, -122.271),
          new Town("Paris", "Île-de-France", "FR", "France", 48.853, 2.349),
          new Town("Marseille", "Provence-Alpes-Côte d'Azur", "FR", "France", 43.297, 5.381),
          new Town("Thessaloniki", "Central Macedonia", "GR", "Greece", 40.644, 22.931),
          new Town("Tbilisi", "Tbilisi", "GE", "Georgia", 41.694, 44.834),
          new Town("Lagos", "Lagos", "NG", "Nigeria", 6.454, 3.394),
          new Town("Abuja", "FCT", "NG", "Nigeria", 9.058, 7.489),
          new Town("Nairobi", "Nairobi", "KE", "Kenya", -1.283, 36.817),
          new Town("Durban", "KwaZulu-Natal", "ZA", "South Africa", -29.858, 31.029),
          new Town("Baghdad", "Baghdad", "IQ", "Iraq", 33.341, 44.401),
          new Town("Tehran", "Tehran", "IR", "Iran", 35.694, 51.422),
          new Town("Lahore", "Punjab", "PK", "Pakistan", 31.558, 74.351),
          new Town("Dhaka", "Dhaka", "BD", "Bangladesh", 23.71, 90.407),
          new Town("Jakarta", "Jakarta", "ID", "Indonesia", -6.215, 106.845),
          new Town("Manila", "Metro Manila", "PH", "Philippines", 14.604, 120.982),
          new Town("Almaty", "Almaty", "KZ", "Kazakhstan", 43.25, 76.929));

  private static final List<String> TYPES =
      List.of(
          "PEACEFUL_PROTEST",
          "PEACEFUL_PROTEST",
          "PEACEFUL_PROTEST",
          "STRIKE",
          "BLOCKADE",
          "PROTEST_WITH_INTERVENTION",
          "VIOLENT_DEMONSTRATION",
          "EXCESSIVE_FORCE");

  private static final List<String> SEVERITIES =
      List.of("MINOR", "MINOR", "MINOR", "MODERATE", "MODERATE", "SEVERE", "EXTREME");

  private static final List<Excerpt> EXCERPTS =
      List.of(
          new Excerpt("en", "The whole avenue is full, people keep arriving from both sides"),
          new Excerpt("es", "Miles de personas en la avenida, la policía acaba de lanzar gas"),
          new Excerpt("ru", "На площади уже тысячи человек, полиция перекрыла проспект"),
          new Excerpt("ar", "الآلاف في الساحة والشرطة تغلق الطرق المؤدية إليها"),
          new Excerpt("en", "No buses today, drivers are standing at the depot gate with banners"),
          new Excerpt("fr", "Le cortège avance vers la préfecture, très calme pour l'instant"));

  private Scene() {}

  static List<ObjectNode> alerts() {
    var random = new Random(7);
    var alerts = new ArrayList<ObjectNode>();
    for (int i = 0; i < 46; i++) {
      alerts.add(alert(random, TOWNS.get(i % TOWNS.size())));
    }
    return alerts;
  }

  /** Adds what people and windows say to an alert, under a new id. */
  static void remarked(ObjectNode alert) {
    alert
        .put("id", Alerts.newId())
        .putObject("acknowledgement")
        .put("at", "2026-06-03T15:12:00Z")
        .put("by", "night desk")
        .put("text", "Calling our stringer");
    alert
        .putArray("comments")
        .addObject()
        .put("id", "1")
        .put("at", "2026-06-03T15:20:00Z")
        .put("by", "Zoë, Caracas")
        .put("text", "Confirmed by a second source.\nThe metro is closed.");
    var windows = alert.putArray("windows");
    window(windows.addObject(), "PT15M", 21, 0.2, 3.1e-21);
    window(windows.addObject(), "PT1H", 38, 0.7, 3.1e-15);
    window(windows.addObject(), "PT6H", 41, 4.2, 2.2e-9);
    window(windows.addObject(), "PT24H", 41, 16.8, 1);
  }

  private static void window(
      ObjectNode window, String length, int observed, double expected, double probability) {
    window
        .put("window", length)
        .put("observed", observed)
        .put("expected", expected)
        .put("probability", probability);
  }

  private static ObjectNode alert(Random random, Town town) {
    String type = TYPES.get(random.nextInt(TYPES.size()));
    Instant started = FIRST.plus(Duration.ofMinutes(random.nextInt(4 * 24 * 60)));
    Instant lastSeen = started.plus(Duration.ofMinutes(40 + random.nextInt(900)));
    boolean closed = random.nextInt(3) > 0;
    int observed = 5 + (int) Math.exp(random.nextDouble() * 4.6);
    return Alerts.record(
        at(town.name(), town.code(), town.lat(), town.lon())
            .andThen(place(town))
            .andThen(life(started, lastSeen, closed))
            .andThen(figures(random, type, observed))
            .andThen(evidence(random, type, town, started)));
  }

  private static Consumer<ObjectNode> place(Town town) {
    return alert ->
        ((ObjectNode) alert.get("place"))
            .put("admin1", town.admin1())
            .put("countryName", town.country());
  }

  private static Consumer<ObjectNode> life(Instant started, Instant lastSeen, boolean closed) {
    return alert -> {
      alert.put("started", started.toString());
      alert.put("detected", started.plus(Duration.ofMinutes(14)).toString());
      alert.put("updated", lastSeen.toString());
      alert.put("lastSeen", lastSeen.toString());
      if (closed) {
        alert.put("status", "CLOSED").put("closed", lastSeen.plus(Duration.ofHours(2)).toString());
      }
    };
  }

  private static Consumer<ObjectNode> figures(Random random, String type, int observed) {
    return alert -> {
      alert.put("eventType", type);
      alert.putObject("eventTypes").put(type, 0.72).put("OTHER_UNREST", 0.28);
      alert.put("severity", SEVERITIES.get(random.nextInt(SEVERITIES.size())));
      alert.put("certainty", observed > 40 ? "OBSERVED" : observed > 12 ? "LIKELY" : "POSSIBLE");
      alert.put("observed", observed).put("authors", observed * 2).put("posts", observed * 3);
      alert.put("expected", Math.round(random.nextDouble() * 30) / 10.0);
      alert.put("probability", Math.pow(10, -3 - observed / 4.0));
      alert.put(
          "headline",
          "Unverified: %s in %s; %d people posted within 1 hour"
              .formatted(
                  type.toLowerCase(Locale.ROOT).replace('_', ' '),
                  alert.at("/place/name").asString(),
                  observed));
    };
  }

  private static Consumer<ObjectNode> evidence(
      Random random, String type, Town town, Instant started) {
    return alert -> {
      var evidence = alert.putArray("evidence");
      int first = random.nextInt(EXCERPTS.size());
      for (int i = 0; i < 4; i++) {
        Excerpt excerpt = EXCERPTS.get((first + i) % EXCERPTS.size());
        evidence
            .addObject()
            .put("post", "bluesky:did:plc:invented/" + i)
            .put("time", started.plus(Duration.ofMinutes(3 * i)).toString())
            .put("eventType", type)
            .put("probability", 0.95 - i * 0.05)
            .put("language", excerpt.language())
            .put("excerpt", excerpt.text())
            .put("url", "https://bsky.app/profile/invented/post/" + i)
            .put("source", "bluesky")
            .put("place", town.name());
      }
    };
  }
}

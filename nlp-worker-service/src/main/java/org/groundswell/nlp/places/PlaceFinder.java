package org.groundswell.nlp.places;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Finds the places that a post speaks of: by the coordinates that came with it, the place that its
 * source named, the names in its text, and, when nothing else says anything, its author's profile.
 *
 * <p>A name that is also a word or a person counts only with a sign from its surroundings; accounts
 * and links are never places. Safe for use by many threads.
 */
public final class PlaceFinder {

  private static final int MOST_PLACES = 3;
  private static final int MOST_LABEL_CHARS = 300;
  private static final double PROFILE_CONFIDENCE = 0.3;
  private static final double COORDINATES_CONFIDENCE = 0.95;

  /**
   * Coordinates tell where the author is; a text that names only another country speaks of that.
   */
  private static final double CONTRADICTED_CONFIDENCE = 0.4;

  private static final double SURE = 0.7;
  private static final double DEMONYM_SHARE = 0.6;
  private static final double REGION_REACH_KM = 300;

  private final Gazetteer gazetteer;
  private final TownGrid towns;

  PlaceFinder(Gazetteer gazetteer) {
    this.gazetteer = gazetteer;
    this.towns = new TownGrid(gazetteer);
  }

  /**
   * Returns at most three places, best first; none when nothing is sure enough.
   *
   * @param language of the text as ISO 639-1; any other value is no sign at all
   */
  public List<FoundPlace> find(String originalText, String language, PlaceHints hints) {
    @Nullable Reading profile = label(hints.profileLocation(), language);
    @Nullable Reading source = label(hints.sourcePlace(), language);
    @Nullable Reading likely = source == null ? profile : source;
    int likelyCountry = likely == null ? -1 : gazetteer.country(likely.place());
    var found = new ArrayList<FoundPlace>();
    addCoordinates(hints, found);
    if (found.isEmpty() && source != null) {
      found.add(place(source.place(), How.SOURCE_PLACE, 0.9 * source.share(), -1, -1));
    }
    addFromText(merged(readings(originalText, language, likelyCountry)), found);
    if (found.isEmpty() && profile != null) {
      double confidence = PROFILE_CONFIDENCE * Math.max(profile.share(), 0.5);
      found.add(place(profile.place(), How.PROFILE, confidence, -1, -1));
    }
    return List.copyOf(found.subList(0, Math.min(found.size(), MOST_PLACES)));
  }

  /**
   * Every place that the text names, in the order of the text, also what {@link #find} leaves out
   * because a more precise or an earlier name tells the same.
   *
   * @param language as for {@link #find}
   */
  public List<FoundPlace> named(String originalText, String language, PlaceHints hints) {
    return readings(originalText, language, likelyCountry(hints, language)).stream()
        .map(this::fromText)
        .toList();
  }

  /**
   * Every name in the text that might be a place, in the order of the text, with what speaks for
   * and against it. For people who debug; {@link #find} is the quick way.
   *
   * @param language as for {@link #find}
   */
  public List<ConsideredPlace> consider(String originalText, String language, PlaceHints hints) {
    return readings(originalText, language, likelyCountry(hints, language), true).stream()
        .map(this::considered)
        .toList();
  }

  private ConsideredPlace considered(Reading reading) {
    Mention mention = reading.mention();
    return new ConsideredPlace(
        mention.start(),
        mention.end(),
        gazetteer.name(reading.place()),
        gazetteer.id(reading.place()),
        confidence(reading),
        reading.isBelieved(),
        reading.kind()
            + " of "
            + gazetteer.countryCode(reading.place())
            + String.format(Locale.ROOT, ", share %.2f: ", reading.share())
            + reading.note());
  }

  private int likelyCountry(PlaceHints hints, String language) {
    Reading source = label(hints.sourcePlace(), language);
    Reading likely = source == null ? label(hints.profileLocation(), language) : source;
    return likely == null ? -1 : gazetteer.country(likely.place());
  }

  /** Every mention that is believed, before those of one place are merged. */
  List<Reading> readings(String text, String language, int likelyCountry) {
    return readings(text, language, likelyCountry, false).stream()
        .filter(Reading::isBelieved)
        .toList();
  }

  private List<Reading> readings(
      String text, String language, int likelyCountry, boolean explains) {
    List<Token> tokens = TextScanner.scan(text);
    List<Mention> mentions = new NameMatcher(gazetteer, tokens, language).match();
    if (mentions.isEmpty()) {
      return List.of();
    }
    var around = new Surroundings(gazetteer, tokens, language);
    return new Resolver(gazetteer, mentions, around, language, likelyCountry, explains).resolve();
  }

  /** A label such as "Lagos, Nigeria": the most precise place in it, without doubt about case. */
  private @Nullable Reading label(@Nullable String label, String language) {
    if (label == null || label.isBlank()) {
      return null;
    }
    String text = label.length() > MOST_LABEL_CHARS ? label.substring(0, MOST_LABEL_CHARS) : label;
    return readings(text, language, -1).stream()
        .filter(reading -> reading.kind() != NameKind.DEMONYM)
        .max(Comparator.comparingDouble(this::precision))
        .orElse(null);
  }

  private double precision(Reading reading) {
    return reading.confidence() + steps(gazetteer.level(reading.place()));
  }

  private static int steps(Level level) {
    return switch (level) {
      case TOWN -> 2;
      case ADMIN1 -> 1;
      case COUNTRY -> 0;
    };
  }

  private void addCoordinates(PlaceHints hints, List<FoundPlace> found) {
    Double lat = hints.lat();
    Double lon = hints.lon();
    if (lat == null || lon == null) {
      return;
    }
    int town = towns.at(lat, lon);
    int near = town >= 0 ? town : towns.closest(lat, lon, REGION_REACH_KM);
    if (near >= 0) {
      int region = gazetteer.region(near);
      int place = town >= 0 ? town : region >= 0 ? region : gazetteer.country(near);
      found.add(place(place, How.COORDINATES, COORDINATES_CONFIDENCE, -1, -1));
    }
  }

  /** Drops what says less of a place that is named more precisely, and repeats. */
  private List<Reading> merged(List<Reading> readings) {
    return readings.stream()
        .filter(reading -> readings.stream().noneMatch(other -> covers(other, reading)))
        .sorted(Comparator.comparingDouble(this::rank).reversed())
        .toList();
  }

  private double rank(Reading reading) {
    return confidence(reading) + 0.1 * precision(reading);
  }

  private boolean covers(Reading other, Reading reading) {
    if (other.mention().first() == reading.mention().first()) {
      return false;
    }
    if (other.place() == reading.place()) {
      return rank(other) > rank(reading)
          || (rank(other) == rank(reading) && other.mention().start() < reading.mention().start());
    }
    if (reading.kind() == NameKind.DEMONYM && other.kind() != NameKind.DEMONYM) {
      return true; // "Russian police in Grozny, Chechnya": the adjective adds no place
    }
    return switch (gazetteer.level(reading.place())) {
      case COUNTRY -> gazetteer.country(other.place()) == reading.place();
      case ADMIN1 -> gazetteer.region(other.place()) == reading.place();
      case TOWN -> false;
    };
  }

  private void addFromText(List<Reading> readings, List<FoundPlace> found) {
    FoundPlace given = found.isEmpty() ? null : found.getFirst();
    var named = new ArrayList<FoundPlace>();
    for (Reading reading : readings) {
      FoundPlace place = fromText(reading);
      if (given == null || !isWithin(given, place)) {
        named.add(place);
      }
    }
    if (given != null && isContradicted(given, readings, named)) {
      found.clear();
      found.addAll(named.subList(0, Math.min(named.size(), MOST_PLACES - 1)));
      found.add(withConfidence(given, CONTRADICTED_CONFIDENCE));
    } else {
      found.addAll(named);
    }
  }

  /** The text names other countries only, and at least one place for sure. */
  private boolean isContradicted(FoundPlace given, List<Reading> readings, List<FoundPlace> named) {
    return readings.stream()
            .noneMatch(reading -> gazetteer.countryRecord(reading.place()).equals(given.country()))
        && named.stream().anyMatch(place -> place.confidence() >= SURE);
  }

  private static boolean isWithin(FoundPlace given, FoundPlace named) {
    Region region = given.admin1();
    return named.geonameId() == given.geonameId()
        || named.geonameId() == given.country().geonameId()
        || (region != null && named.geonameId() == region.geonameId());
  }

  private FoundPlace fromText(Reading reading) {
    Mention mention = reading.mention();
    return place(reading.place(), How.TEXT, confidence(reading), mention.start(), mention.end());
  }

  static double confidence(Reading reading) {
    return reading.confidence() * (reading.kind() == NameKind.DEMONYM ? DEMONYM_SHARE : 1);
  }

  private FoundPlace place(int place, How how, double confidence, int start, int end) {
    Level level = gazetteer.level(place);
    return new FoundPlace(
        gazetteer.id(place),
        gazetteer.name(place),
        level,
        Gazetteer.degrees(gazetteer.lat(place)),
        Gazetteer.degrees(gazetteer.lon(place)),
        level == Level.COUNTRY ? null : gazetteer.regionRecord(place),
        gazetteer.countryRecord(place),
        gazetteer.zone(place),
        how,
        Math.clamp(confidence, 0.01, 0.99),
        start,
        end);
  }

  private static FoundPlace withConfidence(FoundPlace place, double confidence) {
    return new FoundPlace(
        place.geonameId(),
        place.name(),
        place.level(),
        place.lat(),
        place.lon(),
        place.admin1(),
        place.country(),
        place.zone(),
        place.how(),
        confidence,
        place.start(),
        place.end());
  }
}

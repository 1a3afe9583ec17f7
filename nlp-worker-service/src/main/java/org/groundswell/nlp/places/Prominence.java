package org.groundswell.nlp.places;

import java.util.Set;

/**
 * How likely a name means a place before anything else of the text is looked at: by its people, its
 * rank, the number of languages that have a name for it, and what kind of name it is.
 */
final class Prominence {

  private static final Set<String> DIVISION_WORDS =
      Set.of(
          "state", "province", "region", "oblast", "область", "области", "край", "края", "county");

  /** The people of a country, or an adjective, outweigh no large place of that name. */
  private static final double MOST_OF_PEOPLES = 6;

  /** How much a place gains that has ten times as many names in the languages of the world. */
  private static final double FAME = 1.5;

  /** Even the least known town may be a large one. */
  private static final double LEAST_FAME = -0.45;

  /** Log of the number of names that a town of some standing has. */
  private static final double USUAL_FAME = 1.3;

  private final Gazetteer gazetteer;
  private final Surroundings around;

  Prominence(Gazetteer gazetteer, Surroundings around) {
    this.gazetteer = gazetteer;
    this.around = around;
  }

  /** The score of a place by a name of that kind; the logarithm of its people is one part. */
  double of(Mention mention, int place, NameKind kind) {
    double size = size(mention, place);
    return (kind == NameKind.DEMONYM ? Math.min(size, MOST_OF_PEOPLES) : size)
        + kindBonus(mention, kind)
        + fame(mention, place, kind);
  }

  private double kindBonus(Mention mention, NameKind kind) {
    return switch (kind) {
      case NAME, DEMONYM -> 0;
      case ALTERNATE -> around.isLatin(mention) ? -1.3 : -0.2;
      case DISTRICT -> -0.5;
      case LANDMARK -> 1;
      case CODE -> 8; // capitals where capitals mean something
    };
  }

  private double size(Mention mention, int place) {
    double size = Math.log10(gazetteer.population(place) + 10);
    return switch (gazetteer.level(place)) {
      case COUNTRY -> size + 0.7;
      case ADMIN1 -> divisionSize(mention, place, size);
      case TOWN -> townSize(mention, place, size);
    };
  }

  /**
   * A division that is named after its town weighs no more than the town, unless it is called one.
   */
  private double divisionSize(Mention mention, int division, double size) {
    if (DIVISION_WORDS.contains(around.wordAfter(mention))) {
      return size + 2;
    }
    for (int i = 0; i < gazetteer.count(mention.entry()); i++) {
      int town = gazetteer.place(mention.entry(), i);
      if (gazetteer.contains(division, town) && gazetteer.population(town) > 50_000) {
        return Math.log10(gazetteer.population(town) + 10) - 0.1;
      }
    }
    return size - 0.3;
  }

  /**
   * Whether it is the largest of all towns of the name, so that Valencia is not Spain's for its
   * division.
   */
  private boolean isMainTown(Mention mention, int town) {
    for (int i = 0; i < gazetteer.count(mention.entry()); i++) {
      int other = gazetteer.place(mention.entry(), i);
      if (gazetteer.level(other) == Level.TOWN
          && gazetteer.kind(mention.entry(), i) == NameKind.NAME) {
        return other == town && gazetteer.population(town) > 50_000;
      }
    }
    return false;
  }

  /** The largest town of a name weighs as much as the division that is named after it. */
  private double townSize(Mention mention, int town, double size) {
    int region = gazetteer.region(town);
    if (region >= 0 && isMainTown(mention, town) && isNamesake(mention, region)) {
      size = Math.max(size, Math.log10(gazetteer.population(region) + 10) - 0.1);
    }
    double rank =
        gazetteer.has(town, Gazetteer.CAPITAL)
            ? 0.4
            : gazetteer.has(town, Gazetteer.SEAT) ? 0.2 : 0;
    return size + rank - (gazetteer.has(town, Gazetteer.SECTION) ? 0.7 : 0);
  }

  /** What a town gains that many languages have a name for, when it is called by its own. */
  private double fame(Mention mention, int place, NameKind kind) {
    boolean own = kind == NameKind.NAME || (kind == NameKind.ALTERNATE && !around.isLatin(mention));
    return own && gazetteer.level(place) == Level.TOWN
        ? Math.max(LEAST_FAME, FAME * (Math.log10(1.0 + gazetteer.fame(place)) - USUAL_FAME))
        : 0;
  }

  private boolean isNamesake(Mention mention, int place) {
    for (int i = 0; i < gazetteer.count(mention.entry()); i++) {
      if (gazetteer.place(mention.entry(), i) == place) {
        return true;
      }
    }
    return false;
  }
}

package org.groundswell.nlp.places;

import org.groundswell.nlp.text.Folding;

/**
 * Weighs whether a mention speaks of a place at all, in logits: 0 is even odds. The weights are set
 * by hand, after the rule that a name which is also a word or a person needs a sign from its
 * surroundings, the more so the smaller the place.
 */
final class Judge {

  /** A preposition of place from which on a first name is less of one. */
  private static final double SURE = 1.4;

  private final Gazetteer gazetteer;
  private final Surroundings around;

  Judge(Gazetteer gazetteer, Surroundings around) {
    this.gazetteer = gazetteer;
    this.around = around;
  }

  /** Weighs whether {@code mention}, read as {@code place} by a name of that kind, is a place. */
  void weigh(Mention mention, int place, NameKind kind, Scale scale) {
    scale.add("size", fame(mention, place, kind));
    scale.add("preposition", around.preposition(mention));
    scale.add("hashtag", tag(mention));
    scale.add("repeated", repeated(mention, place));
    if (kind != NameKind.CODE) { // the capitals of a code were looked at before
      scale.add("spelling", spelling(mention));
      scale.add("case", letterCase(mention, place, kind));
      scale.add("person", person(mention, place, kind));
    }
  }

  private double fame(Mention mention, int place, NameKind kind) {
    return switch (kind) {
      case LANDMARK -> 1.8;
      case DEMONYM -> 1.0;
      case DISTRICT -> 0.6;
      case CODE -> 1.2;
      case NAME -> fame(place) + (isFirstName(mention) ? 0 : renown(place));
      case ALTERNATE -> fame(place) - alternate(mention, place);
    };
  }

  /** Other scripts have no name but alternates. */
  private double alternate(Mention mention, int place) {
    Token token = around.first(mention);
    boolean usual =
        token.isArabic() || token.isCyrillic() || gazetteer.population(place) >= 1_000_000;
    return usual ? 0.3 : 1.0;
  }

  private double fame(int place) {
    int population = gazetteer.population(place);
    return switch (gazetteer.level(place)) {
      case COUNTRY -> 2.5;
      case ADMIN1 -> population >= 1_000_000 ? 2.0 : population >= 200_000 ? 1.2 : 0.2;
      case TOWN -> -2.2 + 0.8 * Math.log10(Math.max(population, 100) / 100.0);
    };
  }

  /** What a town gains that many languages have a name for. */
  private double renown(int place) {
    return 0.4 * Math.max(0, Math.log10(1.0 + gazetteer.fame(place)) - 0.7);
  }

  private double spelling(Mention mention) {
    int words = mention.last() - mention.first() + 1;
    int length = mention.end() - mention.start();
    if (words > 1) {
      return 0.6;
    }
    if (around.first(mention).isArabic()) { // which writes no short vowels
      return length <= 2 ? -1.2 : length == 3 ? -0.4 : length >= 6 ? 0.6 : 0;
    }
    return length <= 3 ? -1.2 : length == 4 ? -0.4 : length >= 7 && !isFirstName(mention) ? 0.6 : 0;
  }

  private double letterCase(Mention mention, int place, NameKind kind) {
    boolean common = around.isCommon(mention, place);
    boolean capital = around.isCapital(mention);
    if (around.isTagged(mention)) {
      return !common ? 0 : around.isWholeTag(mention) ? -2.0 : -3.0;
    }
    if (common && around.first(mention).isArabic()) {
      return -3.2;
    }
    if (common) {
      return commonWord(mention, place, capital);
    }
    if (around.first(mention).isArabic()) {
      return 0;
    }
    if (capital) {
      return around.hasCase() && !around.beginsSentence(mention) && !isFirstName(mention) ? 0.7 : 0;
    }
    if (kind == NameKind.DEMONYM && !around.writesPeoplesLarge()) {
      return 0;
    }
    boolean famous = gazetteer.population(place) >= 1_000_000;
    return (around.isLowerCase() ? -0.3 : -0.7) - (famous ? 0 : 0.8);
  }

  private double commonWord(Mention mention, int place, boolean capital) {
    if (around.isSuffixed(mention)) {
      return capital ? -0.8 : -2.0; // Turkish has an apostrophe behind proper names alone
    }
    boolean tells = capital && around.hasCase() && !around.beginsSentence(mention);
    boolean country = gazetteer.level(place) == Level.COUNTRY;
    boolean foreign = country && around.isEnglish() && !isOwnName(mention, place);
    return !capital || foreign ? -4.0 : !tells ? -2.5 : country ? -1.5 : meant(mention);
  }

  /** A word with a capital behind a sure preposition is hardly one, but where all nouns have it. */
  private double meant(Mention mention) {
    return around.preposition(mention) < SURE || around.isGerman()
        ? -1.8
        : around.isEnglish() ? -1.5 : -1.0;
  }

  /** An English "Island" is no Iceland. */
  private boolean isOwnName(Mention mention, int place) {
    return Folding.fold(gazetteer.name(place)).equals(around.first(mention).folded());
  }

  private double tag(Mention mention) {
    if (!around.isTagged(mention)) {
      return 0;
    }
    return around.isWholeTag(mention) ? 0.8 : 0.2;
  }

  private double repeated(Mention mention, int place) {
    return around.isRepeated(mention) && !around.isCommon(mention, place) ? 0.6 : 0;
  }

  private boolean isFirstName(Mention mention) {
    return gazetteer.flagged(mention.entry(), Gazetteer.FIRST_NAME);
  }

  private double person(Mention mention, int place, NameKind kind) {
    if (!isFirstName(mention)) {
      return around.isPerson(mention) ? -2.5 : 0;
    }
    if (around.isPerson(mention)) {
      return -4.0;
    }
    boolean town = gazetteer.level(place) == Level.TOWN;
    // A capital and a long word, which speak for a place elsewhere, say nothing of a first name.
    int population = kind == NameKind.NAME ? gazetteer.population(place) : 0;
    boolean famous = population >= 1_000_000;
    boolean doubted = around.isCommon(mention, place) || around.preposition(mention) >= SURE;
    return !town || famous ? -0.6 : doubted ? -0.8 : population >= 400_000 ? -1.0 : -1.5;
  }
}

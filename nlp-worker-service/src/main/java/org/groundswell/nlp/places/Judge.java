package org.groundswell.nlp.places;

/**
 * Weighs whether a mention speaks of a place at all, in logits: 0 is even odds. The weights are set
 * by hand, after the rule that a name which is also a word or a person needs a sign from its
 * surroundings, the more so the smaller the place.
 */
final class Judge {

  private final Gazetteer gazetteer;
  private final Surroundings around;

  Judge(Gazetteer gazetteer, Surroundings around) {
    this.gazetteer = gazetteer;
    this.around = around;
  }

  /** Logits that {@code mention}, read as {@code place} by a name of that kind, is a place. */
  double logits(Mention mention, int place, NameKind kind) {
    if (kind == NameKind.CODE) { // its capitals were looked at before
      return fame(place, kind) + around.preposition(mention) + tag(mention);
    }
    return fame(place, kind)
        + spelling(mention)
        + letterCase(mention, place)
        + around.preposition(mention)
        + tag(mention)
        + person(mention, place, kind);
  }

  private double fame(int place, NameKind kind) {
    return switch (kind) {
      case LANDMARK -> 1.8;
      case DEMONYM -> 1.0;
      case CODE -> 1.2;
      case NAME -> fame(place);
      case ALTERNATE -> fame(place) - (gazetteer.population(place) >= 1_000_000 ? 0.3 : 1.0);
    };
  }

  private double fame(int place) {
    int population = gazetteer.population(place);
    return switch (gazetteer.level(place)) {
      case COUNTRY -> 2.5;
      case ADMIN1 -> population >= 1_000_000 ? 2.0 : population >= 200_000 ? 1.2 : 0.2;
      case TOWN -> -2.2 + 0.8 * Math.log10(Math.max(population, 100) / 100.0);
    };
  }

  private double spelling(Mention mention) {
    int words = mention.last() - mention.first() + 1;
    int length = mention.end() - mention.start();
    if (words > 1) {
      return 0.6;
    }
    return length <= 3 ? -1.2 : length == 4 ? -0.4 : length >= 7 && !isFirstName(mention) ? 0.6 : 0;
  }

  private double letterCase(Mention mention, int place) {
    boolean common = gazetteer.flagged(mention.entry(), Gazetteer.COMMON_WORD);
    boolean capital = around.first(mention).capital();
    if (around.isTagged(mention)) {
      return !common ? 0 : around.isWholeTag(mention) ? -2.0 : -3.0;
    }
    if (common) {
      boolean tells = capital && around.hasCase() && !around.beginsSentence(mention);
      boolean country = gazetteer.level(place) == Level.COUNTRY;
      return !capital ? -4.0 : !tells ? -2.5 : country ? -1.0 : -1.8;
    }
    if (around.first(mention).isArabic()) {
      return 0;
    }
    if (capital) {
      return around.hasCase() && !around.beginsSentence(mention) && !isFirstName(mention) ? 0.7 : 0;
    }
    boolean famous = gazetteer.population(place) >= 1_000_000;
    return (around.isLowerCase() ? -0.3 : -0.7) - (famous ? 0 : 0.8);
  }

  private double tag(Mention mention) {
    if (!around.isTagged(mention)) {
      return 0;
    }
    return around.isWholeTag(mention) ? 0.8 : 0.2;
  }

  private boolean isFirstName(Mention mention) {
    return gazetteer.flagged(mention.entry(), Gazetteer.FIRST_NAME);
  }

  private double person(Mention mention, int place, NameKind kind) {
    if (!isFirstName(mention)) {
      return around.isPerson(mention) ? -2.5 : 0;
    }
    boolean town = gazetteer.level(place) == Level.TOWN;
    // A capital and a long word, which speak for a place elsewhere, say nothing of a first name.
    boolean famous = kind == NameKind.NAME && gazetteer.population(place) >= 1_500_000;
    return around.isPerson(mention) ? -4.0 : town && !famous ? -1.5 : -0.6;
  }
}

package org.groundswell.nlp.places;

import java.util.Set;
import org.groundswell.nlp.text.Folding;

/**
 * Reasons to believe that a name is not the place that the gazetteer knows by it, in logits of 0 or
 * less. Great towns are beyond doubt; small ones are named less often than the streets, families
 * and ordinary things that share their names. Set by hand.
 */
final class Doubts {

  /** Towns under this many people need a sign, the smaller ones a stronger sign. */
  private static final int SMALL = 50_000;

  private static final int TINY = 15_000;

  /** Towns of so many people keep their name beside "park" or "bridge". */
  private static final int GREAT = 200_000;

  /** And these when it is a phrase, such as Cedar Rapids. */
  private static final int PHRASE = 100_000;

  /** Divisions of so many people keep it when it is a phrase: North Carolina. */
  private static final int GREAT_DIVISION = 500_000;

  /** What a country or division right beside the name, or around it, adds at least. */
  private static final double BESIDE = 3;

  private static final Set<String> ARTICLES =
      Set.of("el", "la", "los", "las", "al", "o", "os", "le");
  private static final int SHORT_WORD = 6;
  private static final double DECISIVE = -4;

  /** "In Port Arthur" is in a town, though both are words; "near Albert Park" may be in any. */
  private static final double PHRASE_AFTER_IN = -1.5;

  private static final double INSIDE = 1.4;

  /** A square of several words may still be where it always was. */
  private static final double OTHER_TOWN = -1.5;

  private final Gazetteer gazetteer;
  private final Surroundings around;

  Doubts(Gazetteer gazetteer, Surroundings around) {
    this.gazetteer = gazetteer;
    this.around = around;
  }

  /**
   * @param company what the other places of the text add, in logits
   * @param givesWay whether the text surely names a larger place that this one does not lie with
   */
  void weigh(
      Mention mention, int place, NameKind kind, double company, boolean givesWay, Scale scale) {
    if (kind == NameKind.LANDMARK && givesWay) {
      scale.add("other town", mention.first() == mention.last() ? DECISIVE : OTHER_TOWN);
    }
    if (kind == NameKind.LANDMARK || kind == NameKind.CODE || company >= BESIDE) {
      return;
    }
    scale.add("street", street(mention, place));
    scale.add("article", article(mention, place));
    scale.add("short form", shortForm(mention, place));
    if (kind != NameKind.DISTRICT) {
      scale.add("phrase", phrase(mention, place));
      scale.add("small", size(mention, place, company, givesWay));
    }
  }

  private double street(Mention mention, int place) {
    String after = around.wordAfter(mention);
    if (Streets.isStreet(around.wordBefore(mention), after)) {
      return DECISIVE;
    }
    return Streets.isVenue(after) && isTownBelow(GREAT, place) ? DECISIVE : 0;
  }

  /** "En el Arriaga" is a theatre: a town has no article but its own. */
  private double article(Mention mention, int place) {
    boolean town = gazetteer.level(place) == Level.TOWN;
    return town && ARTICLES.contains(around.wordBefore(mention)) ? -3 : 0;
  }

  /** "La plaza", "El Centro", "Albert Park": made of nothing but words and first names. */
  private double phrase(Mention mention, int place) {
    if (mention.first() == mention.last() || isCountry(place) || isLarge(place)) {
      return 0;
    }
    if (around.isTagged(mention)) {
      return 0;
    }
    boolean name = around.last(mention).capital() || around.isLowerCase();
    boolean article =
        ARTICLES.contains(around.first(mention).folded()) && !around.last(mention).capital();
    if (!name || article) {
      return DECISIVE;
    }
    boolean inside = around.preposition(mention) >= INSIDE && around.last(mention).capital();
    return !around.isMadeOfWords(mention) ? 0 : inside ? PHRASE_AFTER_IN : DECISIVE;
  }

  private boolean isLarge(int place) {
    boolean town = gazetteer.level(place) == Level.TOWN;
    return gazetteer.population(place) >= (town ? PHRASE : GREAT_DIVISION);
  }

  /**
   * "Queda" is Kedah in Spanish, and a verb: a short spelling that is not its own, in small
   * letters.
   */
  private double shortForm(Mention mention, int place) {
    Token word = around.first(mention);
    boolean small = (!word.capital() || around.isShouted()) && word.tag() == 0 && !word.isArabic();
    return small
            && !isCountry(place)
            && mention.first() == mention.last()
            && word.folded().length() <= SHORT_WORD
            && around.preposition(mention) <= 0
            && !Folding.fold(gazetteer.name(place)).startsWith(word.folded())
        ? DECISIVE
        : 0;
  }

  private double size(Mention mention, int place, double company, boolean givesWay) {
    if (around.isWholeTag(mention) || !isTownBelow(SMALL, place) || company > 0) {
      return givesWay && isTownBelow(GREAT, place) ? -1.5 : 0;
    }
    double doubt = isUnique(mention, place) ? 0 : isTownBelow(TINY, place) ? -1.2 : -0.6;
    return givesWay ? doubt - 1.5 : doubt;
  }

  /** A long name of one village alone is that village's, or a street's. */
  private boolean isUnique(Mention mention, int place) {
    boolean unique = around.isLong(mention) && gazetteer.population(place) >= 1_500;
    for (int i = 0; unique && i < gazetteer.count(mention.entry()); i++) {
      int other = gazetteer.place(mention.entry(), i);
      unique =
          gazetteer.country(other) == gazetteer.country(place)
              || gazetteer.population(other) < gazetteer.population(place) / 5;
    }
    return unique;
  }

  private boolean isTownBelow(int population, int place) {
    return gazetteer.level(place) == Level.TOWN && gazetteer.population(place) < population;
  }

  private boolean isCountry(int place) {
    return gazetteer.level(place) == Level.COUNTRY;
  }
}

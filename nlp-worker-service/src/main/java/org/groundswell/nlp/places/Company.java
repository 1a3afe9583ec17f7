package org.groundswell.nlp.places;

import java.util.List;

/**
 * What the other places that a text names say of one of them: that it lies in a country or division
 * named beside it, or with them, or elsewhere.
 */
final class Company {

  static final int PEOPLE_OF_LARGE_TOWN = 300_000;

  private static final double OF_ITS_DIVISION = 2.5;
  private static final double SAME_COUNTRY = 1.2;
  private static final double SAME_COUNTRY_BY_NAME = 1.8;

  private final Gazetteer gazetteer;
  private final List<Mention> mentions;
  private final Surroundings around;
  private final int[] named;

  Company(Gazetteer gazetteer, List<Mention> mentions, Surroundings around) {
    this.gazetteer = gazetteer;
    this.mentions = mentions;
    this.around = around;
    this.named = mentions.stream().mapToInt(this::surePlace).toArray();
  }

  /** A phrase known to be none, or the last word of such a phrase that the text has as well. */
  boolean isNoPlace(Mention mention) {
    return gazetteer.flagged(mention.entry(), Gazetteer.NOT_A_PLACE)
        || mentions.stream()
            .anyMatch(other ->
                gazetteer.flagged(other.entry(), Gazetteer.NOT_A_PLACE)
                    && around.endsWith(other, mention));
  }

  /** "Mati, Greece" is none of the towns that we know: it lies in another country. */
  boolean isElsewhere(int index, int place) {
    if (index + 1 >= mentions.size()
        || gazetteer.level(place) != Level.TOWN
        || gazetteer.population(place) > PEOPLE_OF_LARGE_TOWN
        || !around.areInOrder(mentions.get(index), mentions.get(index + 1))) {
      return false;
    }
    int known = named[index + 1];
    return known >= 0
        && gazetteer.level(known) != Level.TOWN
        && !hasReadingContaining(index + 1, place);
  }

  /** Whether the text surely names a larger place, and none in the country of this one. */
  boolean givesWay(int index, int place) {
    boolean gives = false;
    for (int other = 0; other < named.length; other++) {
      if (other != index && named[other] >= 0 && named[other] != place) {
        if (isSameArea(named[other], place)) {
          return false;
        }
        gives |= gazetteer.population(named[other]) > gazetteer.population(place);
      }
    }
    return gives;
  }

  private boolean isSameArea(int known, int place) {
    return gazetteer.country(known) == gazetteer.country(place);
  }

  /**
   * An everyday word is helped only by a place right beside it: not by one elsewhere in the text.
   */
  double support(int index, int place) {
    double company = of(index, place);
    Mention mention = mentions.get(index);
    boolean name =
        gazetteer.flagged(mention.entry(), Gazetteer.FIRST_NAME)
            && gazetteer.population(place) < PEOPLE_OF_LARGE_TOWN;
    return (around.isCommon(mention, place) || name) && company < OF_ITS_DIVISION ? 0 : company;
  }

  /** What the other places of the text add to the belief in this one, in score and logits alike. */
  double of(int index, int place) {
    double company = 0;
    for (int other = 0; other < mentions.size(); other++) {
      if (other != index && mentions.get(other).entry() != mentions.get(index).entry()) {
        company = Math.max(company, company(index, place, other));
      }
    }
    return company;
  }

  private double company(int index, int place, int other) {
    boolean follows =
        other == index + 1 && around.areNeighbours(mentions.get(index), mentions.get(other));
    boolean precedes =
        index == other + 1 && around.areNeighbours(mentions.get(other), mentions.get(index));
    if (follows && hasReadingContaining(other, place)) {
      return 4;
    }
    if (precedes && hasReadingWithin(other, place)) {
      return 3;
    }
    int known = named[other];
    return known < 0 || known == place ? 0 : companyOf(known, place);
  }

  private double companyOf(int known, int place) {
    if (gazetteer.level(known) == Level.ADMIN1 && gazetteer.region(place) == known) {
      return OF_ITS_DIVISION;
    }
    if (gazetteer.country(place) != gazetteer.country(known)) {
      return 0;
    }
    return gazetteer.level(known) == Level.COUNTRY ? SAME_COUNTRY_BY_NAME : SAME_COUNTRY;
  }

  private boolean hasReadingContaining(int other, int place) {
    int entry = mentions.get(other).entry();
    for (int i = 0; i < Math.min(gazetteer.count(entry), Resolver.MOST_NAMESAKES); i++) {
      boolean code = gazetteer.kind(entry, i) == NameKind.CODE;
      boolean meant =
          !code
              || around.isShouted(mentions.get(other))
              || around.followsComma(mentions.get(other));
      if (meant && gazetteer.contains(gazetteer.place(entry, i), place)) {
        return true;
      }
    }
    return false;
  }

  private boolean hasReadingWithin(int other, int place) {
    int entry = mentions.get(other).entry();
    for (int i = 0; i < Math.min(gazetteer.count(entry), Resolver.MOST_NAMESAKES); i++) {
      int within = gazetteer.place(entry, i);
      boolean large = gazetteer.population(within) > 1_000;
      if (large && gazetteer.contains(place, within)) {
        return true;
      }
    }
    return false;
  }

  boolean followsTownIn(int index, int place) {
    return index > 0
        && around.areNeighbours(mentions.get(index - 1), mentions.get(index))
        && hasReadingWithin(index - 1, place);
  }

  /** Whether no other country has a place of the name, which is no hamlet. */
  private boolean isOnlyOne(int entry, int place) {
    boolean only = gazetteer.population(place) > 20_000;
    for (int i = 1; only && i < gazetteer.count(entry); i++) {
      only = gazetteer.country(gazetteer.place(entry, i)) == gazetteer.country(place);
    }
    return only;
  }

  /** The place of a mention that hardly needs its company: the largest, when it is large; or -1. */
  private int surePlace(Mention mention) {
    int entry = mention.entry();
    if (gazetteer.count(entry) == 0
        || isNoPlace(mention)
        || around.isCommon(mention, gazetteer.place(entry, 0))
        || around.isPerson(mention)) {
      return -1;
    }
    int place = gazetteer.place(entry, 0);
    boolean code = gazetteer.kind(entry, 0) == NameKind.CODE && !around.isShouted(mention);
    boolean large =
        gazetteer.population(place) > PEOPLE_OF_LARGE_TOWN || gazetteer.level(place) != Level.TOWN;
    return (large || isOnlyOne(entry, place)) && !code ? place : -1;
  }
}

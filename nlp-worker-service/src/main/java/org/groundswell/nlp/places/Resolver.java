package org.groundswell.nlp.places;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.groundswell.nlp.places.Form.Sense;

/**
 * Decides which of the places of a name each mention means: the larger one, unless the country or
 * division is named too, or the language, the profile or the source point elsewhere.
 */
final class Resolver {

  private static final Set<String> DIVISION_WORDS =
      Set.of(
          "state", "province", "region", "oblast", "область", "области", "край", "края", "county");

  /** Namesakes beyond this many, all small, are not looked at. */
  private static final int MOST_NAMESAKES = 40;

  private static final double OF_ITS_DIVISION = 2.5;
  private static final double SAME_COUNTRY = 1.2;
  private static final double SAME_COUNTRY_BY_NAME = 1.8;
  private static final int PEOPLE_OF_LARGE_TOWN = 300_000;

  /** The people of a country, or an adjective, outweigh no large place of that name. */
  private static final double MOST_OF_PEOPLES = 6;

  /** How much a place gains that has ten times as many names in the languages of the world. */
  private static final double FAME = 1.5;

  /** Even the least known town may be a large one. */
  private static final double LEAST_FAME = -0.45;

  /** Log of the number of names that a town of some standing has. */
  private static final double USUAL_FAME = 1.3;

  /** In logits: a country right behind that the place does not lie in. */
  private static final double ELSEWHERE = -4;

  /** How much one point of score outweighs another, as the exponent of e. */
  private static final double SHARPNESS = 2.5;

  private final Gazetteer gazetteer;
  private final List<Mention> mentions;
  private final Surroundings around;
  private final Judge judge;
  private final Doubts doubts;
  private final String language;
  private final int likelyCountry;
  private final boolean explains;
  private final int[] named;

  /**
   * @param likelyCountry ordinal of the country that the hints point at, or -1
   * @param explains whether readings get a note
   */
  Resolver(
      Gazetteer gazetteer,
      List<Mention> mentions,
      Surroundings around,
      String language,
      int likelyCountry,
      boolean explains) {
    this.gazetteer = gazetteer;
    this.mentions = mentions;
    this.around = around;
    this.judge = new Judge(gazetteer, around);
    this.doubts = new Doubts(gazetteer, around);
    this.language = language;
    this.explains = explains;
    this.likelyCountry = likelyCountry;
    this.named = mentions.stream().mapToInt(this::surePlace).toArray();
  }

  List<Reading> resolve() {
    var readings = new ArrayList<Reading>(mentions.size());
    for (int i = 0; i < mentions.size(); i++) {
      if (gazetteer.count(mentions.get(i).entry()) > 0 && !isNoPlace(mentions.get(i))) {
        addBest(i, readings);
      }
    }
    return readings;
  }

  /** A phrase known to be none, or the last word of such a phrase that the text has as well. */
  private boolean isNoPlace(Mention mention) {
    return gazetteer.flagged(mention.entry(), Gazetteer.NOT_A_PLACE)
        || mentions.stream()
            .anyMatch(other ->
                gazetteer.flagged(other.entry(), Gazetteer.NOT_A_PLACE)
                    && around.endsWith(other, mention));
  }

  private void addBest(int index, List<Reading> readings) {
    Mention mention = mentions.get(index);
    int count = Math.min(gazetteer.count(mention.entry()), MOST_NAMESAKES);
    int best = -1;
    double highest = Double.NEGATIVE_INFINITY;
    double[] scores = new double[count];
    for (int i = 0; i < count; i++) {
      scores[i] = score(index, i);
      if (scores[i] > highest) {
        best = i;
        highest = scores[i];
      }
    }
    if (best >= 0) { // none when it is a code that is not meant
      readings.add(reading(index, best, scores));
    }
  }

  private Reading reading(int index, int best, double[] scores) {
    Mention mention = mentions.get(index);
    int place = gazetteer.place(mention.entry(), best);
    NameKind kind = kind(mention, best);
    double support = support(index, place);
    Scale scale = explains ? Scale.explaining() : Scale.silent();
    judge.weigh(mention, place, kind, scale);
    scale.add("company", support);
    scale.add("elsewhere", isElsewhere(index, place) ? ELSEWHERE : 0);
    doubts.weigh(mention, place, kind, support, givesWay(index, place), scale);
    double share = share(mention.entry(), place, best, scores);
    return new Reading(mention, place, kind, scale.sum(), share, scale.explanation());
  }

  /** A country with an ending of people is no more than its people. */
  private NameKind kind(Mention mention, int posting) {
    NameKind kind = gazetteer.kind(mention.entry(), posting);
    boolean people =
        mention.sense() == Sense.OF
            && gazetteer.level(gazetteer.place(mention.entry(), posting)) == Level.COUNTRY;
    return people ? NameKind.DEMONYM : kind;
  }

  /** "Mati, Greece" is none of the towns that we know: it lies in another country. */
  private boolean isElsewhere(int index, int place) {
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
  private boolean givesWay(int index, int place) {
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
  private double support(int index, int place) {
    double company = company(index, place);
    Mention mention = mentions.get(index);
    boolean name =
        gazetteer.flagged(mention.entry(), Gazetteer.FIRST_NAME)
            && gazetteer.population(place) < PEOPLE_OF_LARGE_TOWN;
    return (around.isCommon(mention, place) || name) && company < OF_ITS_DIVISION ? 0 : company;
  }

  /** Namesakes that are the same thing, a town and its division, do not contend. */
  private double share(int entry, int place, int best, double[] scores) {
    double others = 0;
    for (int i = 0; i < scores.length; i++) {
      int rival = gazetteer.place(entry, i);
      if (rival != place && !contains(rival, place) && !contains(place, rival)) {
        others += Math.exp(SHARPNESS * (scores[i] - scores[best]));
      }
    }
    return 1 / (1 + others);
  }

  private double score(int index, int posting) {
    Mention mention = mentions.get(index);
    int place = gazetteer.place(mention.entry(), posting);
    NameKind kind = gazetteer.kind(mention.entry(), posting);
    if (kind == NameKind.CODE && !isCode(index, place)) {
      return Double.NEGATIVE_INFINITY;
    }
    double size = size(mention, place);
    return (kind == NameKind.DEMONYM ? Math.min(size, MOST_OF_PEOPLES) : size)
        + kindBonus(mention, kind)
        + fame(mention, place, kind)
        + company(index, place)
        + (gazetteer.country(place) == likelyCountry ? 1.2 : 0)
        + Languages.weight(language, gazetteer.countryCode(place));
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

  /** A code stands in capitals; one that is a word too also needs a town of its own before it. */
  private boolean isCode(int index, int place) {
    Mention mention = mentions.get(index);
    if (!around.isShouted(mention)) {
      return around.followsComma(mention) && followsTownIn(index, place);
    }
    boolean word = around.isCommon(mention, place) && gazetteer.level(place) != Level.COUNTRY;
    return followsTownIn(index, place)
        || (!word
            && (!around.isShouted() || around.isTagged(mention) || around.followsComma(mention)));
  }

  private boolean followsTownIn(int index, int place) {
    return index > 0
        && around.areNeighbours(mentions.get(index - 1), mentions.get(index))
        && hasReadingWithin(index - 1, place);
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
      if (contains(division, town) && gazetteer.population(town) > 50_000) {
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

  /** What the other places of the text add to the belief in this one, in score and logits alike. */
  private double company(int index, int place) {
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
    for (int i = 0; i < Math.min(gazetteer.count(entry), MOST_NAMESAKES); i++) {
      boolean code = gazetteer.kind(entry, i) == NameKind.CODE;
      boolean meant =
          !code
              || around.isShouted(mentions.get(other))
              || around.followsComma(mentions.get(other));
      if (meant && contains(gazetteer.place(entry, i), place)) {
        return true;
      }
    }
    return false;
  }

  private boolean hasReadingWithin(int other, int place) {
    int entry = mentions.get(other).entry();
    for (int i = 0; i < Math.min(gazetteer.count(entry), MOST_NAMESAKES); i++) {
      int within = gazetteer.place(entry, i);
      boolean large = gazetteer.population(within) > 1_000;
      if (large && contains(place, within)) {
        return true;
      }
    }
    return false;
  }

  private boolean contains(int outer, int inner) {
    return outer != inner
        && switch (gazetteer.level(outer)) {
          case COUNTRY -> gazetteer.country(inner) == outer;
          case ADMIN1 -> gazetteer.region(inner) == outer;
          case TOWN -> false;
        };
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

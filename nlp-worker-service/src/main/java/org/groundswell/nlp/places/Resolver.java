package org.groundswell.nlp.places;

import java.util.ArrayList;
import java.util.List;
import org.groundswell.nlp.places.Form.Sense;

/**
 * Decides which of the places of a name each mention means: the larger one, unless the country or
 * division is named too, or the language, the profile or the source point elsewhere.
 */
final class Resolver {

  /** Namesakes beyond this many, all small, are not looked at. */
  static final int MOST_NAMESAKES = 40;

  /** In logits: a country right behind that the place does not lie in. */
  private static final double ELSEWHERE = -4;

  /** How much one point of score outweighs another, as the exponent of e. */
  private static final double SHARPNESS = 2.5;

  private final Gazetteer gazetteer;
  private final List<Mention> mentions;
  private final Surroundings around;
  private final Company company;
  private final Prominence prominence;
  private final Judge judge;
  private final Doubts doubts;
  private final String language;
  private final int likelyCountry;
  private final boolean explains;

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
    this.company = new Company(gazetteer, mentions, around);
    this.prominence = new Prominence(gazetteer, around);
    this.judge = new Judge(gazetteer, around);
    this.doubts = new Doubts(gazetteer, around);
    this.language = language;
    this.explains = explains;
    this.likelyCountry = likelyCountry;
  }

  List<Reading> resolve() {
    var readings = new ArrayList<Reading>(mentions.size());
    for (int i = 0; i < mentions.size(); i++) {
      if (gazetteer.count(mentions.get(i).entry()) > 0 && !company.isNoPlace(mentions.get(i))) {
        addBest(i, readings);
      }
    }
    return readings;
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
    double support = company.support(index, place);
    Scale scale = explains ? Scale.explaining() : Scale.silent();
    judge.weigh(mention, place, kind, scale);
    scale.add("company", support);
    scale.add("elsewhere", company.isElsewhere(index, place) ? ELSEWHERE : 0);
    doubts.weigh(mention, place, kind, support, company.givesWay(index, place), scale);
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

  /** Namesakes that are the same thing, a town and its division, do not contend. */
  private double share(int entry, int place, int best, double[] scores) {
    double others = 0;
    for (int i = 0; i < scores.length; i++) {
      int rival = gazetteer.place(entry, i);
      if (rival != place
          && !gazetteer.contains(rival, place)
          && !gazetteer.contains(place, rival)) {
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
    return prominence.of(mention, place, kind)
        + company.of(index, place)
        + (gazetteer.country(place) == likelyCountry ? 1.2 : 0)
        + Languages.weight(language, gazetteer.countryCode(place));
  }

  /** A code stands in capitals; one that is a word too also needs a town of its own before it. */
  private boolean isCode(int index, int place) {
    Mention mention = mentions.get(index);
    if (!around.isShouted(mention)) {
      return around.followsComma(mention) && company.followsTownIn(index, place);
    }
    boolean word = around.isCommon(mention, place) && gazetteer.level(place) != Level.COUNTRY;
    return company.followsTownIn(index, place)
        || (!word
            && (!around.isShouted() || around.isTagged(mention) || around.followsComma(mention)));
  }
}

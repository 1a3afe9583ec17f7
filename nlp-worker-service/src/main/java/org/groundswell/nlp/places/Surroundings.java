package org.groundswell.nlp.places;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.groundswell.nlp.places.Form.Sense;
import org.groundswell.nlp.places.Token.Gap;
import org.groundswell.nlp.text.LetterHash;

/** What the words around a mention say about it. Built once for each text. */
final class Surroundings {

  private static final Set<String> TITLES =
      Set.of(
          "mr",
          "mrs",
          "ms",
          "miss",
          "dr",
          "sen",
          "senator",
          "president",
          "presidente",
          "judge",
          "sheriff",
          "coach",
          "prince",
          "princess",
          "queen",
          "king",
          "sir",
          "lady",
          "señor",
          "don",
          "doña",
          "presidenta",
          "ministro",
          "президент",
          "господин",
          "rep",
          "congressman",
          "congresswoman",
          "pastor",
          "hurricane",
          "storm",
          "typhoon",
          "cyclone",
          "father",
          "sister",
          "brother",
          "uncle",
          "aunt");

  private static final Set<String> SMALL_PEOPLES = Set.of("es", "pt", "fr", "it", "ru", "uk", "de");

  /** In logits: what a suffix such as the Turkish -da says. */
  private static final double SUFFIX = 1.4;

  /** Above this share, even a name of two words says nothing. */
  private static final double NEARLY_ALL = 0.85;

  /** Above this share of capitals, a capital says nothing. */
  private static final double TITLE_CASE = 0.6;

  private final Gazetteer gazetteer;
  private final List<Token> tokens;
  private final Map<String, Double> prepositions;
  private final String language;
  private final int word;
  private final double capitals;
  private final double shouts;

  Surroundings(Gazetteer gazetteer, List<Token> tokens, String language) {
    this.gazetteer = gazetteer;
    this.tokens = tokens;
    this.prepositions = Prepositions.of(language);
    this.language = language;
    this.word = Languages.wordFlags(language);
    this.capitals = share(tokens, true);
    this.shouts = share(tokens, false);
  }

  private static double share(List<Token> tokens, boolean capital) {
    int all = 0;
    int counted = 0;
    for (Token token : tokens) {
      if (token.tag() == 0 && token.end() - token.start() > 2) {
        all++;
        counted += (capital ? token.capital() : token.shouted()) ? 1 : 0;
      }
    }
    return all < 2 ? 0.5 : (double) counted / all;
  }

  /**
   * Whether the text writes capitals as prose does, so that their lack or presence says something.
   */
  boolean hasCase() {
    return capitals > 0.03 && capitals < TITLE_CASE;
  }

  /** Whether nothing is in capitals. */
  boolean isLowerCase() {
    return capitals <= 0.03;
  }

  boolean isShouted() {
    return shouts > 0.5;
  }

  /** Whether the language writes peoples and their adjectives with a capital, as English does. */
  boolean writesPeoplesLarge() {
    return !SMALL_PEOPLES.contains(language);
  }

  Token first(Mention mention) {
    return tokens.get(mention.first());
  }

  boolean isLatin(Mention mention) {
    return !first(mention).isArabic() && !first(mention).isCyrillic();
  }

  Token last(Mention mention) {
    return tokens.get(mention.last());
  }

  /** Whether the name is long enough to be no chance. */
  boolean isLong(Mention mention) {
    return mention.end() - mention.start() >= 7;
  }

  boolean followsComma(Mention mention) {
    return first(mention).gap() == Gap.COMMA;
  }

  /** Whether each word of the mention is an everyday word, an article or a first name. */
  boolean isMadeOfWords(Mention mention) {
    return tokens.subList(mention.first(), mention.last() + 1).stream().allMatch(this::isWord);
  }

  private boolean isWord(Token token) {
    int entry = gazetteer.entry(LetterHash.of(token.folded()));
    return token.end() - token.start() <= 2
        || (entry >= 0 && gazetteer.flagged(entry, word | Gazetteer.FIRST_NAME));
  }

  /**
   * Whether it is written as a name: an article at the beginning of a sentence does not make one.
   */
  boolean isCapital(Mention mention) {
    return first(mention).capital() && !isSmallPhrase(mention);
  }

  boolean isTagged(Mention mention) {
    return first(mention).tag() > 0;
  }

  /** Whether the text has the first word of the mention again, as it has what it speaks of. */
  boolean isRepeated(Mention mention) {
    String word = last(mention).folded();
    int seen = 0;
    for (Token token : tokens) {
      seen += token.folded().equals(word) ? 1 : 0;
    }
    return seen > 1;
  }

  /** Whether the mention is all of its hashtag. */
  boolean isWholeTag(Mention mention) {
    int tag = first(mention).tag();
    return tag > 0
        && (mention.first() == 0 || tokens.get(mention.first() - 1).tag() != tag)
        && (mention.last() + 1 == tokens.size() || tokens.get(mention.last() + 1).tag() != tag);
  }

  boolean beginsSentence(Mention mention) {
    return first(mention).gap() == Gap.BREAK;
  }

  boolean isShouted(Mention mention) {
    for (int i = mention.first(); i <= mention.last(); i++) {
      if (!tokens.get(i).shouted()) {
        return false;
      }
    }
    return true;
  }

  /**
   * Whether the name is an everyday word of the text's language, or an English one when the place
   * is where other languages are spoken.
   */
  boolean isCommon(Mention mention, int place) {
    return gazetteer.flagged(mention.entry(), word)
        || isSmallPhrase(mention)
        || (Languages.weight(language, gazetteer.countryCode(place)) == 0
            && gazetteer.flagged(mention.entry(), Languages.wordFlags("en")));
  }

  /** "La paz y la libertad": words that prose writes small are no name. */
  private boolean isSmallPhrase(Mention mention) {
    return mention.first() < mention.last()
        && !last(mention).capital()
        && !isTagged(mention)
        && !isLowerCase()
        && isMadeOfWords(mention);
  }

  boolean isGerman() {
    return language.equals("de");
  }

  boolean isEnglish() {
    return language.equals("en");
  }

  /** In logits: a preposition of place right before, a suffix of place, or a word for it. */
  double preposition(Mention mention) {
    double suffix = mention.sense() == Sense.IN ? SUFFIX : isSuffixed(mention) ? SUFFIX : 0;
    if (mention.first() == 0 || !isJoined(first(mention))) {
      return suffix;
    }
    String before = tokens.get(mention.first() - 1).folded();
    return Math.max(suffix, prepositions.getOrDefault(before, 0.0));
  }

  /** Whether a Turkish suffix of place follows behind an apostrophe. */
  boolean isSuffixed(Mention mention) {
    int next = mention.last() + 1;
    return next < tokens.size()
        && tokens.get(next).gap() == Gap.APOSTROPHE
        && Prepositions.isTurkishSuffix(tokens.get(next).folded());
  }

  private static boolean isJoined(Token token) {
    return token.gap() == Gap.LOOSE || token.gap() == Gap.APOSTROPHE;
  }

  /** Whether the mention looks like part of a person's name. */
  boolean isPerson(Mention mention) {
    if (isTagged(mention)) {
      return false;
    }
    return followsTitleOrFirstName(mention)
        || isFirstNameBeforeSurname(mention)
        || isSignature(mention);
  }

  /** "Best wishes, Victoria". */
  private boolean isSignature(Mention mention) {
    return followsComma(mention)
        && mention.last() + 1 == tokens.size()
        && gazetteer.flagged(mention.entry(), Gazetteer.FIRST_NAME);
  }

  private boolean followsTitleOrFirstName(Mention mention) {
    if (mention.first() == 0 || !isJoined(first(mention)) || !first(mention).capital()) {
      return false;
    }
    Token before = tokens.get(mention.first() - 1);
    if (before.tag() > 0 || !before.capital()) {
      return false;
    }
    return TITLES.contains(before.folded()) || (isFirstName(before) && !isName(before));
  }

  private boolean isFirstNameBeforeSurname(Mention mention) {
    int next = mention.last() + 1;
    if (next >= tokens.size() || !gazetteer.flagged(mention.entry(), Gazetteer.FIRST_NAME)) {
      return false;
    }
    Token after = tokens.get(next);
    return after.gap() == Gap.LOOSE
        && after.capital()
        && after.tag() == 0
        && !after.shouted()
        && capitals < NEARLY_ALL
        && after.folded().length() > 2
        && !isKnownWord(after);
  }

  private boolean isFirstName(Token token) {
    int entry = gazetteer.entry(LetterHash.of(token.folded()));
    return entry >= 0 && gazetteer.flagged(entry, Gazetteer.FIRST_NAME);
  }

  /** Whether the word is a large place in its own right, such as London in "London Bristol". */
  private boolean isName(Token token) {
    int entry = gazetteer.entry(LetterHash.of(token.folded()));
    return entry >= 0
        && gazetteer.count(entry) > 0
        && gazetteer.population(gazetteer.place(entry, 0)) > 1_000_000;
  }

  private boolean isKnownWord(Token token) {
    int entry = gazetteer.entry(LetterHash.of(token.folded()));
    return entry >= 0 && (gazetteer.flagged(entry, word) || isName(token));
  }

  /**
   * Whether the two stand side by side, as in "Lagos, Nigeria", "Paris Texas" or "#Paris #Texas".
   */
  boolean areNeighbours(Mention left, Mention right) {
    return right.first() == left.last() + 1 && right.start() - left.end() <= 3;
  }

  /** Whether the two stand side by side with a comma, as a town and its country do. */
  boolean areInOrder(Mention left, Mention right) {
    return areNeighbours(left, right) && followsComma(right);
  }

  /** Whether the last word of one is the first of the other. */
  boolean endsWith(Mention phrase, Mention word) {
    return tokens.get(phrase.last()).folded().equals(first(word).folded());
  }

  /** The word before the mention in the same sentence, folded; empty when there is none. */
  String wordBefore(Mention mention) {
    return mention.first() > 0 && isJoined(first(mention))
        ? tokens.get(mention.first() - 1).folded()
        : "";
  }

  /** The word after the mention in the same sentence, folded; empty when there is none. */
  String wordAfter(Mention mention) {
    int next = mention.last() + 1;
    return next < tokens.size() && tokens.get(next).gap().compareTo(Gap.LOOSE) <= 0
        ? tokens.get(next).folded()
        : "";
  }
}

package org.groundswell.nlp.places;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.groundswell.nlp.places.Form.Sense;
import org.groundswell.nlp.places.Token.Gap;
import org.groundswell.nlp.text.LetterHash;
import org.jspecify.annotations.Nullable;

/** Finds the longest names in a text, from left to right, without asking what they mean there. */
final class NameMatcher {

  /** What people glue to a place in a hashtag without capitals. */
  private static final Set<String> TAG_ENDINGS =
      Set.of(
          "protest",
          "protests",
          "protester",
          "protesters",
          "riot",
          "riots",
          "strike",
          "march",
          "rally",
          "uprising",
          "revolution",
          "unrest",
          "clashes",
          "curfew",
          "lockdown",
          "massacre",
          "flood",
          "floods",
          "flooding",
          "fire",
          "fires",
          "wildfire",
          "wildfires",
          "earthquake",
          "quake",
          "shooting",
          "attack",
          "attacks",
          "blast",
          "explosion",
          "news",
          "strong",
          "crisis",
          "election",
          "elections",
          "protesta",
          "protestas",
          "paro",
          "marcha",
          "huelga",
          "inundaciones",
          "terremoto",
          "sismo",
          "протест",
          "протесты",
          "митинг",
          "greve",
          "manif");

  private static final Set<String> TAG_BEGINNINGS =
      Set.of(
          "prayfor",
          "prayersfor",
          "standwith",
          "istandwith",
          "westandwith",
          "justicefor",
          "save",
          "free",
          "occupy",
          "sos",
          "fuerza",
          "pray4",
          "protest",
          "marcha",
          "paro");

  private static final int SHORTEST_IN_TAG = 4;

  /** Without a known ending or beginning, a tag is cut only behind or before so much. */
  private static final int SHORTEST_OF_GREAT_PLACE = 5;

  private static final int LONG_IN_TAG = 7;
  private static final int SHORTEST_REST = 3;
  private static final int PEOPLE_OF_GREAT_TOWN = 1_000_000;

  /** A form that the gazetteer has as it stands gives way to one of a place so much larger. */
  private static final double LARGER = 10;

  /** Suffixes are cut from Latin words only for towns that large. */
  private static final int PEOPLE_BEFORE_SUFFIX = 20_000;

  private static final int PEOPLE_BEFORE_SUFFIX_IN_SMALL = 100_000;

  private final Gazetteer gazetteer;
  private final List<Token> tokens;
  private final String language;
  private final int word;

  NameMatcher(Gazetteer gazetteer, List<Token> tokens, String language) {
    this.gazetteer = gazetteer;
    this.tokens = tokens;
    this.language = language;
    this.word = Languages.wordFlags(language);
  }

  /** An entry, and what the inflection says by which the text has it. */
  private record Match(int entry, Sense sense) {}

  List<Mention> match() {
    var mentions = new ArrayList<Mention>(4);
    for (int i = 0; i < tokens.size(); ) {
      Mention found = longestAt(i);
      if (found != null) {
        mentions.add(found);
        i = found.last();
      }
      i++;
    }
    return mentions;
  }

  private @Nullable Mention longestAt(int first) {
    Token token = tokens.get(first);
    int longest = 1;
    for (Form form : Inflections.undo(token, language)) {
      int entry = gazetteer.entry(form.hash(LetterHash.START, token.folded()));
      longest = entry < 0 ? longest : Math.max(longest, gazetteer.longest(entry));
    }
    longest = beginsWithArticle(first) ? 1 : longest;
    for (int last = lastOfRun(first, longest); last >= first; last--) {
      Match match = match(first, last, first, LetterHash.START, Sense.PLAIN);
      if (match != null && (last > first || !isMereWord(token, match.entry()))) {
        return new Mention(
            first, last, token.start(), tokens.get(last).end(), match.entry(), match.sense());
      }
    }
    Mention plural = plural(first);
    return plural == null ? gluedTag(first) : plural;
  }

  /** An everyday word without a capital is left alone, whatever hamlet is called so. */
  private boolean isMereWord(Token token, int entry) {
    return !token.capital()
        && token.tag() == 0
        && !token.isArabic()
        && (gazetteer.flagged(entry, word)
            || (gazetteer.flagged(entry, Languages.wordFlags("en"))
                && gazetteer.count(entry) > 0
                && Languages.weight(language, gazetteer.countryCode(gazetteer.place(entry, 0)))
                    == 0));
  }

  /** "Mexicos president", "the Carolinas": a country or division with an s. */
  private @Nullable Mention plural(int at) {
    Token token = tokens.get(at);
    String folded = token.folded();
    if (!token.capital() || folded.length() < 6 || !folded.endsWith("s")) {
      return null;
    }
    int entry =
        usable(
            gazetteer.entry(LetterHash.of(folded.substring(0, folded.length() - 1))),
            1,
            token.tag());
    boolean large =
        entry >= 0
            && gazetteer.count(entry) > 0
            && !gazetteer.flagged(entry, word)
            && gazetteer.level(gazetteer.place(entry, 0)) != Level.TOWN
            && gazetteer.kind(entry, 0) == NameKind.NAME;
    return large ? new Mention(at, at, token.start(), token.end() - 1, entry, Sense.PLAIN) : null;
  }

  /**
   * A small first word before a capital is none of the name: "la Puerta del Sol" is no La Puerta.
   */
  private boolean beginsWithArticle(int first) {
    Token token = tokens.get(first);
    return first + 1 < tokens.size()
        && !token.capital()
        && token.tag() == 0
        && token.end() - token.start() <= 3
        && tokens.get(first + 1).capital();
  }

  private int lastOfRun(int first, int longest) {
    int last = first;
    while (last + 1 < tokens.size()
        && last - first + 1 < longest
        && tokens.get(last + 1).gap().compareTo(Gap.LOOSE) <= 0
        && tokens.get(last + 1).tag() == tokens.get(first).tag()) {
      last++;
    }
    return last;
  }

  /**
   * Tries all forms of the words from {@code at} on, after the hash of those before; the form of
   * the largest place wins, so that Перми is Perm and not a hamlet of just that name.
   */
  private @Nullable Match match(int first, int last, int at, long hash, Sense sense) {
    Match best = null;
    Token token = tokens.get(at);
    for (Form form : Inflections.undo(token, language)) {
      long longer = form.hash(hash, token.folded());
      Sense told = form.sense() == Sense.PLAIN ? sense : form.sense();
      Match match =
          at < last
              ? match(first, last, at + 1, longer, told)
              : match(first, last, longer, form, told);
      if (match != null && (best == null || weight(match) > LARGER * weight(best))) {
        best = match;
      }
    }
    return best;
  }

  private @Nullable Match match(int first, int last, long hash, Form form, Sense sense) {
    int entry = gazetteer.entry(hash);
    if (!isRunTogether(first, last, entry)) {
      entry = usable(entry, last - first + 1, tokens.get(first).tag());
    }
    boolean meant =
        entry >= 0
            && (form.isAsIs() || outlivesSuffix(tokens.get(last), entry))
            && (form.sense() != Sense.OF || isBeforeNoun(last));
    return meant ? new Match(entry, sense) : null;
  }

  /** "srilanka", "حفرالباطن": a name of several words without its spaces. */
  private boolean isRunTogether(int first, int last, int entry) {
    return first == last
        && entry >= 0
        && gazetteer.count(entry) > 0
        && tokens.get(first).folded().length() >= LONG_IN_TAG
        && gazetteer.population(gazetteer.place(entry, 0)) >= PEOPLE_BEFORE_SUFFIX_IN_SMALL
        && gazetteer.kind(entry, 0) != NameKind.DEMONYM
        && !gazetteer.flagged(entry, word);
  }

  /**
   * "Hamburger Polizei" is of Hamburg, "zwei Hamburger" are not; Turkish says it without a noun.
   */
  private boolean isBeforeNoun(int last) {
    return !language.equals("de")
        || (last + 1 < tokens.size()
            && tokens.get(last + 1).gap() == Gap.LOOSE
            && tokens.get(last + 1).capital());
  }

  /** Whether a place is large enough to be looked for behind a suffix. */
  private boolean outlivesSuffix(Token token, int entry) {
    if (token.isCyrillic() || token.isArabic() || gazetteer.count(entry) == 0) {
      return true;
    }
    int place = gazetteer.place(entry, 0);
    int least = token.capital() ? PEOPLE_BEFORE_SUFFIX : PEOPLE_BEFORE_SUFFIX_IN_SMALL;
    boolean usual =
        gazetteer.kind(entry, 0) != NameKind.ALTERNATE
            || gazetteer.population(place) >= PEOPLE_OF_GREAT_TOWN;
    return usual && gazetteer.population(place) >= least && !gazetteer.flagged(entry, word);
  }

  private double weight(Match match) {
    boolean none = gazetteer.count(match.entry()) == 0;
    return none
        ? Double.MAX_VALUE / 100
        : gazetteer.population(gazetteer.place(match.entry(), 0)) + 1.0;
  }

  private int usable(int entry, int words, int tag) {
    boolean named =
        entry >= 0
            && (gazetteer.count(entry) > 0 || gazetteer.flagged(entry, Gazetteer.NOT_A_PLACE));
    return named && (tag > 0 || gazetteer.splitsInto(words, entry)) ? entry : -1;
  }

  /** "#keralafloods", "#prayforkerala", "#venezuelalibre": a name with another word glued to it. */
  private @Nullable Mention gluedTag(int at) {
    Token token = tokens.get(at);
    if (token.tag() == 0 || token.end() - token.start() != token.folded().length()) {
      return null;
    }
    Mention first = firstOfTag(token, at);
    return first == null ? lastOfTag(token, at) : first;
  }

  private @Nullable Mention firstOfTag(Token token, int at) {
    String folded = token.folded();
    for (int cut = folded.length() - SHORTEST_REST; cut >= SHORTEST_IN_TAG; cut--) {
      boolean known = TAG_ENDINGS.contains(folded.substring(cut));
      if ((known && isInTag(token, 0, cut)) || isGreatInTag(token, 0, cut)) {
        return partOfTag(token, at, 0, cut);
      }
      if (cut >= LONG_IN_TAG && tagEntry(token, 0, cut) >= 0) {
        break; // "#indianafever" is not of India
      }
    }
    return null;
  }

  private @Nullable Mention lastOfTag(Token token, int at) {
    String folded = token.folded();
    for (int from = SHORTEST_REST; from <= folded.length() - SHORTEST_IN_TAG; from++) {
      boolean known = TAG_BEGINNINGS.contains(folded.substring(0, from));
      int end = folded.length();
      if ((known && isInTag(token, from, end)) || isGreatInTag(token, from, end)) {
        return partOfTag(token, at, from, end);
      }
    }
    return null;
  }

  private int tagEntry(Token token, int from, int to) {
    return usable(gazetteer.entry(LetterHash.of(token.folded().substring(from, to))), 1, 1);
  }

  private boolean isInTag(Token token, int from, int to) {
    int entry = tagEntry(token, from, to);
    return entry >= 0 && !gazetteer.flagged(entry, word);
  }

  private boolean isGreatInTag(Token token, int from, int to) {
    int entry = to - from < SHORTEST_OF_GREAT_PLACE ? -1 : tagEntry(token, from, to);
    if (entry < 0
        || gazetteer.count(entry) == 0
        || gazetteer.flagged(entry, Languages.wordFlags("") | Gazetteer.FIRST_NAME)) {
      return false;
    }
    int place = gazetteer.place(entry, 0);
    NameKind kind = gazetteer.kind(entry, 0);
    return gazetteer.population(place) >= PEOPLE_OF_GREAT_TOWN
        && (kind == NameKind.NAME || kind == NameKind.DEMONYM || !isLatin(token));
  }

  private static boolean isLatin(Token token) {
    return !token.isArabic() && !token.isCyrillic();
  }

  private Mention partOfTag(Token token, int at, int from, int to) {
    int start = token.start();
    return new Mention(at, at, start + from, start + to, tagEntry(token, from, to), Sense.PLAIN);
  }
}

package org.groundswell.nlp.places;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.groundswell.nlp.places.Token.Gap;
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

  private static final List<String> TAG_BEGINNINGS =
      List.of(
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

  private final Gazetteer gazetteer;

  NameMatcher(Gazetteer gazetteer) {
    this.gazetteer = gazetteer;
  }

  List<Mention> match(List<Token> tokens) {
    var mentions = new ArrayList<Mention>(4);
    for (int i = 0; i < tokens.size(); ) {
      Mention found = longestAt(i, tokens);
      if (found != null) {
        mentions.add(found);
        i = found.last();
      }
      i++;
    }
    return mentions;
  }

  private @Nullable Mention longestAt(int first, List<Token> tokens) {
    List<String> forms = forms(tokens.get(first));
    int longest = 1;
    for (String form : forms) {
      int entry = gazetteer.entry(NameHash.of(form));
      longest = entry < 0 ? longest : Math.max(longest, gazetteer.longest(entry));
    }
    longest = beginsWithArticle(first, tokens) ? 1 : longest;
    for (int last = lastOfRun(first, longest, tokens); last >= first; last--) {
      int entry = entry(tokens, first, last, first, NameHash.START);
      if (entry >= 0 && (last > first || !isMereWord(tokens.get(first), entry))) {
        return mention(tokens, first, last, entry);
      }
    }
    Mention plural = plural(first, tokens);
    return plural == null ? gluedTag(first, tokens) : plural;
  }

  /** An everyday word without a capital is left alone, whatever hamlet is called so. */
  private boolean isMereWord(Token token, int entry) {
    return !token.capital()
        && token.tag() == 0
        && !token.isArabic()
        && gazetteer.flagged(entry, Gazetteer.COMMON_WORD);
  }

  /** "Mexicos president", "the Carolinas": a country or division with an s. */
  private @Nullable Mention plural(int at, List<Token> tokens) {
    Token token = tokens.get(at);
    String word = token.folded();
    if (!token.capital() || word.length() < 6 || !word.endsWith("s")) {
      return null;
    }
    int entry = gazetteer.entry(NameHash.of(word.substring(0, word.length() - 1)));
    boolean large =
        usable(entry, 1, token.tag()) >= 0
            && gazetteer.count(entry) > 0
            && !gazetteer.flagged(entry, Gazetteer.COMMON_WORD)
            && gazetteer.level(gazetteer.place(entry, 0)) != Level.TOWN
            && gazetteer.kind(entry, 0) == NameKind.NAME;
    return large ? new Mention(at, at, token.start(), token.end() - 1, entry) : null;
  }

  /**
   * A small first word before a capital is none of the name: "la Puerta del Sol" is no La Puerta.
   */
  private static boolean beginsWithArticle(int first, List<Token> tokens) {
    Token token = tokens.get(first);
    return first + 1 < tokens.size()
        && !token.capital()
        && token.tag() == 0
        && token.end() - token.start() <= 3
        && tokens.get(first + 1).capital();
  }

  private static Mention mention(List<Token> tokens, int first, int last, int entry) {
    return new Mention(first, last, tokens.get(first).start(), tokens.get(last).end(), entry);
  }

  private static int lastOfRun(int first, int longest, List<Token> tokens) {
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
  private int entry(List<Token> tokens, int first, int last, int at, long hash) {
    int best = -1;
    for (String form : forms(tokens.get(at))) {
      long longer = NameHash.extend(hash, form);
      int entry =
          at < last
              ? entry(tokens, first, last, at + 1, longer)
              : usable(gazetteer.entry(longer), last - first + 1, tokens.get(first).tag());
      if (entry >= 0 && (best < 0 || weight(entry) > 10 * weight(best))) {
        best = entry;
      }
    }
    return best;
  }

  private double weight(int entry) {
    boolean none = gazetteer.count(entry) == 0;
    return none ? Double.MAX_VALUE / 100 : gazetteer.population(gazetteer.place(entry, 0)) + 1.0;
  }

  private int usable(int entry, int words, int tag) {
    boolean named =
        entry >= 0
            && (gazetteer.count(entry) > 0 || gazetteer.flagged(entry, Gazetteer.NOT_A_PLACE));
    return named && (tag > 0 || gazetteer.splitsInto(words, entry)) ? entry : -1;
  }

  private static List<String> forms(Token token) {
    if (token.isCyrillic()) {
      return RussianEndings.nominatives(token.folded());
    }
    if (token.isArabic()) {
      return withoutParticles(token.folded());
    }
    return List.of(token.folded());
  }

  /** Arabic writes "and", "in", "to" as a letter before the word. */
  private static List<String> withoutParticles(String word) {
    boolean particle = word.length() > 4 && "وبلف".indexOf(word.charAt(0)) >= 0;
    return particle ? List.of(word, word.substring(1)) : List.of(word);
  }

  /** A hashtag of one word such as #keralafloods. */
  private @Nullable Mention gluedTag(int at, List<Token> tokens) {
    Token token = tokens.get(at);
    if (token.tag() == 0 || token.folded().length() < 7 || token.shouted()) {
      return null;
    }
    String word = token.folded();
    for (int cut = word.length() - 3; cut >= SHORTEST_IN_TAG; cut--) {
      if (TAG_ENDINGS.contains(word.substring(cut))) {
        return partOfTag(token, at, 0, cut);
      }
    }
    for (String beginning : TAG_BEGINNINGS) {
      if (word.startsWith(beginning) && word.length() - beginning.length() >= SHORTEST_IN_TAG) {
        return partOfTag(token, at, beginning.length(), word.length());
      }
    }
    return null;
  }

  private @Nullable Mention partOfTag(Token token, int at, int from, int to) {
    int entry = usable(gazetteer.entry(NameHash.of(token.folded().substring(from, to))), 1, 1);
    boolean offsetsHold = token.end() - token.start() == token.folded().length();
    return entry < 0 || !offsetsHold || gazetteer.flagged(entry, Gazetteer.COMMON_WORD)
        ? null
        : new Mention(at, at, token.start() + from, token.start() + to, entry);
  }
}

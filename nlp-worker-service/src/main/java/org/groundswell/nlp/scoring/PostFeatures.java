package org.groundswell.nlp.scoring;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import opennlp.tools.doccat.FeatureGenerator;

/**
 * What the models see of a post: words in small letters, their beginnings, pairs of beginnings,
 * emoji, and the beginnings of hashtags. Stateless. Public because OpenNLP makes it by reflection.
 *
 * <p>Beginnings stand in for stems in all languages alike: Russian and Spanish bend the ends of
 * their words. Words under four letters, function words and punctuation are left out: on posts that
 * are unlike the corpus they only tell the style of the writer, and cost most of the false alarms
 * when they were in. A feature counts once however often it occurs.
 */
public final class PostFeatures implements FeatureGenerator {

  /** In every post: lets the model learn how likely unrest is when nothing else speaks. */
  private static final String ALWAYS = "*";

  private static final int SHORTEST_WORD = 4;
  private static final int SHORT_BEGINNING = 4;
  private static final int LONG_BEGINNING = 6;
  private static final int LONGEST_TAG_BEGINNING = 8;
  private static final int FIRST_SYMBOL = 0x2000;
  private static final Pattern DIGITS = Pattern.compile("\\p{N}+");

  @Override
  public Collection<String> extractFeatures(String[] tokens, Map<String, Object> extra) {
    var features = new LinkedHashSet<String>();
    features.add(ALWAYS);
    var words = new ArrayList<String>();
    for (String token : tokens) {
      String word = DIGITS.matcher(token.toLowerCase(Locale.ROOT)).replaceAll("0");
      if (word.length() > 1 && word.charAt(0) == '#') {
        addBeginnings(word, features);
      } else if (!Character.isLetterOrDigit(word.codePointAt(0))) {
        addSymbol(word, features);
      } else if (word.length() >= SHORTEST_WORD && !FunctionWords.contains(word)) {
        words.add(word);
      }
    }
    addWords(words, features);
    return features;
  }

  /** Hashtags run words together, {@code #occupythepark}: each beginning may be one. */
  private static void addBeginnings(String hashtag, Set<String> features) {
    for (int end = SHORT_BEGINNING;
        end <= Math.min(hashtag.length(), LONGEST_TAG_BEGINNING);
        end++) {
      features.add(hashtag.substring(0, end) + "~");
    }
  }

  private static void addSymbol(String symbol, Set<String> features) {
    if (symbol.codePointAt(0) >= FIRST_SYMBOL) {
      features.add(symbol);
    }
  }

  private static void addWords(Iterable<String> words, Set<String> features) {
    String before = "";
    for (String word : words) {
      features.add(word);
      features.add(beginning(word, SHORT_BEGINNING) + "~");
      String stem = beginning(word, LONG_BEGINNING);
      features.add(stem + "~");
      features.add(before + " " + stem);
      before = stem;
    }
  }

  private static String beginning(String word, int length) {
    return word.length() > length ? word.substring(0, length) : word;
  }
}

package org.groundswell.nlp.text;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import opennlp.tools.tokenize.SimpleTokenizer;

/**
 * OpenNLP's tokenizer by character classes, taught what posts have beyond prose: hashtags, emoji,
 * and apostrophes within words.
 */
final class PostTokenizer {

  private static final Pattern WHOLE =
      Pattern.compile(
          Hashtags.HASHTAG.pattern()
              + "|[\\x{1F1E6}-\\x{1F1FF}]{2}"
              + "|\\p{IsExtended_Pictographic}[\\x{1F3FB}-\\x{1F3FF}\\uFE0F]*"
              + "(?:\\u200D\\p{IsExtended_Pictographic}[\\x{1F3FB}-\\x{1F3FF}\\uFE0F]*)*");

  private static final Pattern APOSTROPHE = Pattern.compile("(?<=\\p{L})['’](?=\\p{L})");

  /** An apostrophe that is a letter: it keeps the tokenizer from cutting there. */
  private static final char LETTER_APOSTROPHE = '\u02BC';

  private PostTokenizer() {}

  static List<String> tokenize(String clean) {
    String text = APOSTROPHE.matcher(clean).replaceAll(String.valueOf(LETTER_APOSTROPHE));
    var tokens = new ArrayList<String>(text.length() / 4);
    Matcher whole = WHOLE.matcher(text);
    int end = 0;
    while (whole.find()) {
      addWords(text.substring(end, whole.start()), tokens);
      tokens.add(whole.group());
      if (whole.group(1) != null) {
        addWords(Hashtags.words(whole), tokens);
      }
      end = whole.end();
    }
    addWords(text.substring(end), tokens);
    return tokens;
  }

  private static void addWords(String prose, List<String> tokens) {
    if (prose.indexOf(LETTER_APOSTROPHE) < 0) {
      Collections.addAll(tokens, SimpleTokenizer.INSTANCE.tokenize(prose));
      return;
    }
    for (String token : SimpleTokenizer.INSTANCE.tokenize(prose)) {
      tokens.add(token.replace(LETTER_APOSTROPHE, '\''));
    }
  }
}

package org.groundswell.sample.grammar;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.groundswell.sample.chance.Dice;

/** How carefully somebody types. */
public enum Typing {
  /** As it should be. */
  NEAT {
    @Override
    String retype(String text, Dice dice) {
      return text;
    }
  },
  /** Small letters, no full stop. */
  CASUAL {
    @Override
    String retype(String text, Dice dice) {
      String lower = dice.chance(0.5) ? text.toLowerCase(Locale.ROOT) : text;
      return dice.chance(0.6) ? withoutFullStop(lower) : lower;
    }
  },
  /** Slips of the fingers, stretched words, capitals in anger. */
  SLOPPY {
    @Override
    String retype(String text, Dice dice) {
      String slipped = dice.chance(0.5) ? inOneWord(text, dice, Typing::slip) : text;
      String stretched = dice.chance(0.3) ? inOneWord(slipped, dice, Typing::stretch) : slipped;
      return dice.chance(0.06) ? shout(stretched) : CASUAL.retype(stretched, dice);
    }
  };

  private static final Pattern VOWEL = Pattern.compile("[aeiouаеиоуяыю](?=\\p{L}{0,2}$)");
  private static final Pattern PLAIN_WORD = Pattern.compile("\\p{L}{4,}");

  /** The text as this person types it; links, hashtags and mentions stay as they are. */
  public String type(String text, Dice dice) {
    return text.contains("://") ? text : retype(text, dice);
  }

  abstract String retype(String text, Dice dice);

  @FunctionalInterface
  private interface Change {
    String of(String word, Dice dice);
  }

  private static String withoutFullStop(String text) {
    return text.endsWith(".") && !text.endsWith("..") ? text.substring(0, text.length() - 1) : text;
  }

  private static String inOneWord(String text, Dice dice, Change change) {
    List<String> words = Arrays.asList(text.split(" "));
    int at = dice.between(0, words.size() - 1);
    String word = words.get(at);
    if (PLAIN_WORD.matcher(word).matches()) {
      words.set(at, change.of(word, dice));
    }
    return String.join(" ", words);
  }

  private static String slip(String word, Dice dice) {
    int at = dice.between(1, word.length() - 3);
    String swapped = "" + word.charAt(at + 1) + word.charAt(at);
    String dropped = word.substring(at + 1, at + 2);
    return word.substring(0, at) + (dice.chance(0.6) ? swapped : dropped) + word.substring(at + 2);
  }

  private static String stretch(String word, Dice dice) {
    int times = dice.between(2, 4);
    return VOWEL.matcher(word).replaceFirst(found -> found.group().repeat(times));
  }

  private static String shout(String text) {
    return Arrays.stream(text.split(" "))
        .map(word -> word.startsWith("@") ? word : word.toUpperCase(Locale.ROOT))
        .collect(Collectors.joining(" "));
  }
}

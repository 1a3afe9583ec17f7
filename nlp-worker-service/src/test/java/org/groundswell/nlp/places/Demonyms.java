package org.groundswell.nlp.places;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The forms of words for a country's people. Languages whose endings are undone in the text, such
 * as Russian, need one form only; the others get masculine, feminine and plural here.
 */
final class Demonyms {

  private static final Pattern SEPARATOR = Pattern.compile("[,/] ?| or | et | e | und |\\(.*");

  private Demonyms() {}

  /** What the language makes of the country's name by rule, in the form without endings. */
  static List<String> fromCountry(String language, String country) {
    if (country.contains(" ") || country.length() < 4) {
      return List.of();
    }
    return switch (language) {
      case "tr" -> List.of(country + turkishLi(country));
      case "sw" -> swahili(country.toLowerCase(Locale.ROOT));
      default -> List.of();
    };
  }

  /** Nigeria: Mnigeria, Wanigeria. */
  private static List<String> swahili(String country) {
    boolean vowel = "aeiou".indexOf(country.charAt(0)) >= 0;
    return List.of((vowel ? "mw" : "m") + country, "wa" + country);
  }

  /** The ending -lı in the harmony of the last vowel. */
  private static String turkishLi(String name) {
    for (int i = name.length() - 1; i >= 0; i--) {
      switch (Character.toLowerCase(name.charAt(i))) {
        case 'a', 'ı' -> {
          return "lı";
        }
        case 'e', 'i' -> {
          return "li";
        }
        case 'o', 'u' -> {
          return "lu";
        }
        case 'ö', 'ü' -> {
          return "lü";
        }
        default -> {}
      }
    }
    return "lı";
  }

  /** All forms that the text may have and that no rule undoes there. */
  static Set<String> forms(String language, String people) {
    var forms = new LinkedHashSet<String>();
    for (String part : SEPARATOR.split(people)) {
      String word = part.strip();
      if (word.length() > 2) {
        forms.add(word);
        inflect(language, word, forms);
      }
    }
    return forms;
  }

  private static void inflect(String language, String word, Set<String> forms) {
    switch (language) {
      case "en" -> forms.add(word + "s");
      case "es" -> romance(word, forms, ES);
      case "pt" -> romance(word, forms, PT);
      case "fr" -> romance(word, forms, FR);
      case "it" -> romance(word, forms, IT);
      case "de" -> german(word, forms);
      default -> {}
    }
  }

  /** Ending of the masculine, then what stands in its place; the first that fits is taken. */
  private static final String[][] ES = {
    {"o", "a", "os", "as"},
    {"és", "esa", "eses", "esas"},
    {"án", "ana", "anes", "anas"},
    {"ín", "ina", "ines", "inas"},
    {"ón", "ona", "ones", "onas"},
    {"ol", "ola", "oles", "olas"},
    {"í", "íes", "ís"},
    {"ú", "úes"},
    {"e", "es"},
    {"a", "as"},
    {"", "es", "a", "as"}
  };

  private static final String[][] PT = {
    {"ão", "ã", "ões", "ãos", "ães", "ãs"},
    {"eu", "eia", "eus", "eias"},
    {"o", "a", "os", "as"},
    {"ês", "esa", "eses", "esas"},
    {"ol", "ola", "óis", "olas"},
    {"l", "is"},
    {"e", "es"},
    {"a", "as"},
    {"", "s"}
  };

  private static final String[][] FR = {
    {"ien", "ienne", "iens", "iennes"},
    {"éen", "éenne", "éens", "éennes"},
    {"on", "onne", "ons", "onnes"},
    {"ais", "aise", "aises"},
    {"ois", "oise", "oises"},
    {"ec", "ecque", "ecs", "ecques"},
    {"c", "que", "cs", "ques"},
    {"e", "es"},
    {"", "e", "s", "es"}
  };

  private static final String[][] IT = {
    {"co", "ca", "ci", "chi", "che"},
    {"go", "ga", "ghi", "ghe"},
    {"o", "a", "i", "e"},
    {"ese", "esi"},
    {"ta", "ti", "te"},
    {"e", "i"},
    {"", "a", "i", "e"}
  };

  private static void romance(String word, Set<String> forms, String[][] rules) {
    for (String[] rule : rules) {
      if (word.endsWith(rule[0])) {
        String stem = word.substring(0, word.length() - rule[0].length());
        for (int i = 1; i < rule.length; i++) {
          forms.add(stem + rule[i]);
        }
        return;
      }
    }
  }

  private static void german(String word, Set<String> forms) {
    List<String> endings =
        word.endsWith("isch") || word.endsWith("sch")
            ? List.of("e", "er", "en", "es", "em")
            : word.endsWith("er")
                ? List.of("in", "innen", "n", "s")
                : word.endsWith("e") ? List.of("n") : List.of("s", "n", "en", "in", "innen");
    endings.forEach(ending -> forms.add(word + ending));
    if (word.endsWith("e")) {
      forms.add(word.substring(0, word.length() - 1) + "in");
    }
  }
}

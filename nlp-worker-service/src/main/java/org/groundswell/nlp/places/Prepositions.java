package org.groundswell.nlp.places;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/** Words right before a name that tell of a place, by language, in logits. */
final class Prepositions {

  private static final double SURE = 1.6;
  private static final double USUAL = 1.1;
  private static final double WEAK = 0.5;

  /** A word before which no town stands: "the Hague" is one name. */
  private static final double AGAINST = -0.5;

  private static final Map<String, Map<String, Double>> BY_LANGUAGE =
      Map.ofEntries(
          language(
              "en",
              "in downtown",
              "at from near outside across around throughout into inside through central northern southern"
                  + " eastern western north south east west hits rocks devastated city",
              "of to for"),
          language(
              "es",
              "en",
              "desde hacia hasta cerca sobre ciudad municipio provincia departamento estado",
              "de del a al para por"),
          language(
              "pt",
              "em",
              "no na nos nas desde até perto cidade município estado província",
              "de do da dos das a à ao para pra pro"),
          language(
              "fr",
              "à",
              "dans en au aux vers depuis près chez ville",
              "de du des d l le la les sur"),
          language("de", "in", "nach aus bei im stadt raum", "von vom um zu für über durch gegen"),
          language(
              "it",
              "in a ad",
              "nel nella nello nell nei nelle da dal dalla dall presso verso città",
              "di del della dello dell al alla all l per"),
          language("tr", "", "", ""),
          language(
              "ar",
              "في بمدينة بمحافظة",
              "من إلى مدينة محافظة ولاية قرب شوارع العاصمة نحو داخل جنوب شمال شرق غرب وسط بلدة",
              "على عن ضد سكان أهالي أهل"),
          language(
              "ru",
              "в во",
              "из под около возле близ г город городе города центре районе столице",
              "у на с со до от к по за для"),
          language(
              "uk",
              "у в",
              "з із зі під біля поблизу м місто місті міста центрі",
              "на до від по за для"),
          language("id", "di", "ke dari kota kabupaten provinsi wilayah ibukota sekitar", "untuk"),
          language(
              "sw",
              "mjini jijini nchini mkoani",
              "huko kutoka katika kwenye mji jiji kaunti mkoa nchi",
              "ya wa za la cha kwa na"));

  private static final Map<String, Double> ALL = all();

  private static final Set<String> TURKISH_SUFFIXES =
      Set.of("da", "de", "ta", "te", "dan", "den", "tan", "ten", "daki", "deki", "taki", "teki");

  private Prepositions() {}

  private static Map.Entry<String, Map<String, Double>> language(
      String language, String sure, String usual, String weak) {
    var weights = new HashMap<String, Double>();
    Words.of(weak).forEach(word -> weights.put(word, WEAK));
    Words.of(usual).forEach(word -> weights.put(word, USUAL));
    Words.of(sure).forEach(word -> weights.put(word, SURE));
    if (language.equals("en")) {
      weights.put("the", AGAINST);
    }
    return Map.entry(language, Map.copyOf(weights));
  }

  private static Map<String, Double> all() {
    var all = new HashMap<String, Double>();
    BY_LANGUAGE
        .values()
        .forEach(words -> words.forEach((word, weight) -> all.merge(word, weight, Math::max)));
    return Map.copyOf(all);
  }

  /** Folded words with their weight; those of every language when it is none of ours. */
  static Map<String, Double> of(String language) {
    return BY_LANGUAGE.getOrDefault(language, ALL);
  }

  static boolean isTurkishSuffix(String folded) {
    return TURKISH_SUFFIXES.contains(folded);
  }
}

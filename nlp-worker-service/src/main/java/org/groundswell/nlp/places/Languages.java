package org.groundswell.nlp.places;

import java.util.List;
import java.util.Map;
import java.util.Set;

/** The languages that the gazetteer knows, and where each is spoken. */
final class Languages {

  /** ISO 639-1. The order is part of the gazetteer's file format. */
  static final List<String> ALL =
      List.of("en", "es", "pt", "fr", "de", "it", "tr", "ar", "ru", "uk", "id", "sw");

  private static final double IN_FEW_COUNTRIES = 1.2;
  private static final double IN_MANY_COUNTRIES = 0.6;

  private static final int ANY = ((1 << ALL.size()) - 1) * Gazetteer.WORD;

  private static final Map<String, Set<String>> COUNTRIES =
      Map.ofEntries(
          Map.entry(
              "es",
              Set.of(
                  "ES", "MX", "AR", "CO", "VE", "CL", "PE", "EC", "BO", "PY", "UY", "CU", "DO",
                  "GT", "HN", "SV", "NI", "CR", "PA", "PR", "GQ")),
          Map.entry("pt", Set.of("BR", "PT", "AO", "MZ", "CV", "GW")),
          Map.entry(
              "fr",
              Set.of(
                  "FR", "BE", "CH", "HT", "CI", "SN", "ML", "BF", "CD", "CM", "GN", "TG", "BJ",
                  "NE", "TD", "GA", "CG", "MG", "BI", "DJ", "CF", "DZ", "MA", "TN")),
          Map.entry("de", Set.of("DE", "AT", "CH")),
          Map.entry("it", Set.of("IT")),
          Map.entry("tr", Set.of("TR")),
          Map.entry("ru", Set.of("RU", "BY", "KZ", "UA", "KG")),
          Map.entry("uk", Set.of("UA")),
          Map.entry("id", Set.of("ID")),
          Map.entry("sw", Set.of("KE", "TZ", "UG", "CD", "RW", "BI")),
          Map.entry(
              "ar",
              Set.of(
                  "EG", "SA", "IQ", "SY", "JO", "LB", "PS", "YE", "SD", "LY", "TN", "DZ", "MA",
                  "KW", "QA", "BH", "AE", "OM")));

  private Languages() {}

  /** The entry flags of a word of the language; of any language when it is none of ours. */
  static int wordFlags(String language) {
    int index = ALL.indexOf(language);
    return index < 0 ? ANY : Gazetteer.WORD << index;
  }

  /** A sign of which namesake is meant, the weaker the more countries speak the language. */
  static double weight(String language, String country) {
    Set<String> countries = COUNTRIES.getOrDefault(language, Set.of());
    if (!countries.contains(country)) {
      return 0;
    }
    return countries.size() <= 6 ? IN_FEW_COUNTRIES : IN_MANY_COUNTRIES;
  }
}

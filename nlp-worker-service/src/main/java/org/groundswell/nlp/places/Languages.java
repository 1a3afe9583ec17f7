package org.groundswell.nlp.places;

import java.util.Map;
import java.util.Set;

/** Where a language is spoken: a weak sign of which namesake is meant. English says nothing. */
final class Languages {

  private static final Map<String, Set<String>> COUNTRIES =
      Map.ofEntries(
          Map.entry(
              "es",
              Set.of(
                  "ES", "MX", "AR", "CO", "VE", "CL", "PE", "EC", "BO", "PY", "UY", "CU", "DO",
                  "GT", "HN", "SV", "NI", "CR", "PA", "PR", "GQ")),
          Map.entry("pt", Set.of("BR", "PT", "AO", "MZ", "CV", "GW")),
          Map.entry("fr", Set.of("FR", "BE", "CH", "HT", "CI", "SN", "ML", "BF", "CD", "CM", "GN")),
          Map.entry("de", Set.of("DE", "AT", "CH")),
          Map.entry("it", Set.of("IT")),
          Map.entry("tr", Set.of("TR")),
          Map.entry("ru", Set.of("RU", "BY", "KZ", "UA", "KG")),
          Map.entry("uk", Set.of("UA")),
          Map.entry("id", Set.of("ID")),
          Map.entry("sw", Set.of("KE", "TZ", "UG")),
          Map.entry(
              "ar",
              Set.of(
                  "EG", "SA", "IQ", "SY", "JO", "LB", "PS", "YE", "SD", "LY", "TN", "DZ", "MA",
                  "KW", "QA", "BH", "AE", "OM")));

  private Languages() {}

  static boolean isSpokenIn(String language, String country) {
    return COUNTRIES.getOrDefault(language, Set.of()).contains(country);
  }
}

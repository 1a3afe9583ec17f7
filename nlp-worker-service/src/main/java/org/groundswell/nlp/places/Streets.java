package org.groundswell.nlp.places;

import java.util.Set;

/** Nouns that make a name a street's, a square's or a building's rather than a town's. */
final class Streets {

  /** Stand right before the name: "avenida Bolívar", "улица Ленина". */
  private static final Set<String> BEFORE =
      words(
          """
          calle avenida av avda plaza plazoleta plazuela paseo bulevar boulevard pasaje carretera autopista ruta
          barrio colonia urbanizacion distribuidor redoma ovalo rotonda glorieta puente parque estadio colegio
          hospital iglesia teatro cine hotel metro estacion edificio torre palacio mercado banco
          rua avenida praca largo bairro ponte rue place quartier pont gare via piazza platz strasse
          улица улице улицы улицу улицей ул площадь площади площадью пл проспект проспекте проспекта пр
          переулок переулке бульвар бульваре набережная набережной шоссе парк парке парка сквер сквере
          мост мосту моста микрорайон микрорайоне мкр кинотеатр театр стадион стадионе гостиница
          """);

  /** Stand right after it and make any name a street: "Oxford Street". */
  private static final Set<String> STREET_AFTER =
      words(
          """
          street st road rd avenue ave lane drive boulevard blvd square heights terrace crescent parkway
          sokak sokagi caddesi meydani strasse platz улица проспект площадь бульвар шоссе переулок
          """);

  /** Stand right after it and make a small town's name a venue's; "Lagos airport" is in Lagos. */
  private static final Set<String> VENUE_AFTER =
      words(
          """
          park parks station bridge stadium arena campus mall hotel hospital school college university theatre theater
          gardens palace tower church market pier wharf club hall house mosque library parki koprusu
          парк сквер мост стадион вокзал театр
          """);

  private Streets() {}

  static boolean isStreet(String wordBefore, String wordAfter) {
    return BEFORE.contains(wordBefore) || STREET_AFTER.contains(wordAfter);
  }

  static boolean isVenue(String wordAfter) {
    return VENUE_AFTER.contains(wordAfter);
  }

  private static Set<String> words(String list) {
    return Set.copyOf(Words.of(list));
  }
}

package org.groundswell.nlp.places;

import java.util.ArrayList;
import java.util.List;
import org.groundswell.nlp.places.Form.Sense;

/**
 * Undoes what languages do to names: Russian and Ukrainian cases, Turkish suffixes, German
 * adjectives, the letters that Arabic writes before a word. The gazetteer knows which of the
 * guesses is right.
 */
final class Inflections {

  private static final Endings RUSSIAN =
      new Endings(
          2,
          Sense.PLAIN,
          """
          ого ый ий ое
          его ий ее
          ому ый ий ое
          ему ий ее
          ыми ые ый
          ими ие ий
          ами ы и а
          ых ые ый
          их ие ий
          ах и ы а
          ях и я
          ам ы и а
          ой а ая ий ый
          ей я ь ий
          ую ая ий ый
          ая ий ый
          ое ий ый
          ые ый ий
          ие ий
          ом - о ий ый ое
          ем ь й ий ее е -
          ым ый о -
          им ий
          ью ь
          ов ы и
          ев ы
          цев цы ец
          а -
          у - а
          е - а о й я ь
          ы а -
          и ь я а й
          ю ь я й
          я ь й
          """);

  /** Folding makes an і of ї, so that Київ is киів here. */
  private static final Endings UKRAINIAN =
      new Endings(
              3,
              Sense.PLAIN,
              """
                  ові ів ов -
                  еві ів ев -
                  ова ів ов
                  ева ів ев
                  ову ів ов
                  еву ів ев
                  овом ів ов
                  евом ів ев
                  озі іг
              огу іг
              ога іг
              олі іль
                  оля іль
                  олю іль
                  полем піль
                  ого ий е
                  ому ий е
                  ій а ий ь
                  оі а ий
                  ими і ий
                  их і ий
                  им ий е
                  ів и і
                  ам и і
                  ами и і
                  ах и і
                  ях і
                  ою а
                  ею я
                  ом - о
                  ем ь -
                  зі га
                  ці ка
                  сі ха
                  і а о - ь я ий
                  и а і -
                  у - а о
                  ю я ь й
                  я ь й
                  а - ий
                  е ий
              """)
          .and(
              Sense.PLAIN,
              """
              єві ів єв
              єва ів єв
              єву ів єв
              євом ів єв
              єю я
              єм й
              """);

  private static final Endings TURKISH =
      new Endings(
              3,
              Sense.IN,
              """
              da -
              de -
              ta -
              te -
              dan -
              den -
              tan -
              ten -
              daki -
              deki -
              taki -
              teki -
              """)
          .and(
              Sense.PLAIN,
              """
              ya -
              ye -
              na -
              ne -
              a -
              e -
              yi -
              yu -
              i -
              u -
              nin -
              nun -
              in -
              un -
              nde -
              nda -
              nden -
              ndan -
              """)
          .and(
              Sense.OF,
              """
              li -
              lu -
              lilar li -
              liler li -
              lular lu -
              luler lu -
              lilarin li -
              lilerin li -
              lilara li -
              lilere li -
              lar -
              ler -
              larin -
              lerin -
              """);

  private static final Endings GERMAN =
      new Endings(4, Sense.PLAIN, "s -")
          .and(
              Sense.OF,
              """
              er - en
              ner en
              """);

  /** Particles that Arabic joins to a word, and the article; longest first. */
  private static final String[] ARABIC_PARTICLES = {
    "وبال", "وكال", "فبال", "بال", "وال", "فال", "كال", "ال", "وب", "ول", "فب", "و", "ف", "ب", "ل",
    "ك"
  };

  /** Endings of adjectives that come from names; the gazetteer has the masculine. */
  private static final String[] ARABIC_ENDINGS = {"يه", "يون", "يين", "يات"};

  private static final List<Form> NONE = List.of(Form.AS_IS);

  private Inflections() {}

  /** The word as it is, then what it may be a form of. */
  static List<Form> undo(Token token, String language) {
    String word = token.folded();
    if (token.isCyrillic()) {
      boolean ukrainian = language.equals("uk") || word.indexOf('і') >= 0 || word.indexOf('є') >= 0;
      return (ukrainian ? UKRAINIAN : RUSSIAN).undo(word);
    }
    if (token.isArabic()) {
      return arabic(word);
    }
    return switch (language) {
      case "tr" -> TURKISH.undo(word);
      case "de" -> token.capital() ? GERMAN.undo(word) : NONE;
      default -> NONE;
    };
  }

  private static List<Form> arabic(String word) {
    var forms = new ArrayList<Form>(6);
    forms.add(Form.AS_IS);
    addArabic(word, 0, "", Sense.PLAIN, forms);
    if (word.startsWith("لل") && word.length() > 5) {
      forms.add(new Form(2, "ال", 0, "", Sense.PLAIN)); // "to the"
    }
    for (String particle : ARABIC_PARTICLES) {
      if (word.startsWith(particle) && word.length() - particle.length() >= 3) {
        Sense sense = particle.contains("ب") ? Sense.IN : Sense.PLAIN;
        int cut = particle.length();
        boolean article = particle.endsWith("ال");
        forms.add(new Form(article ? cut - 2 : cut, "", 0, "", sense));
        if (article) {
          forms.add(new Form(cut, "", 0, "", sense));
        }
        addArabic(word, cut, "", sense, forms);
      }
    }
    return forms;
  }

  private static void addArabic(
      String word, int cut, String before, Sense sense, List<Form> forms) {
    for (String ending : ARABIC_ENDINGS) {
      if (word.endsWith(ending) && word.length() - cut - ending.length() >= 2) {
        forms.add(new Form(cut, before, ending.length(), "ي", sense));
      }
    }
  }
}

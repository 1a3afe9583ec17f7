package org.groundswell.nlp.places;

import java.lang.Character.UnicodeScript;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Which spellings of a name are worth shipping, and which others follow from it. */
final class Spelling {

  private static final Set<UnicodeScript> SCRIPTS =
      Set.of(UnicodeScript.LATIN, UnicodeScript.CYRILLIC, UnicodeScript.ARABIC);

  /** Airport codes and the like. */
  private static final Pattern CODE = Pattern.compile("[A-Z0-9]{1,5}");

  private static final Pattern GENERIC =
      Pattern.compile(
          "(?iu)^(?:(?:state|province|region|department|governorate|republic|district|municipality"
              + "|county|city|emirate|parish) of (?:the )?|estado (?:de |del |da |do )?"
              + "|provincia (?:de |del )?|departamento (?:de |del )?|regi[oó]n (?:de |del )?"
              + "|gobernaci[oó]n de |gobernorato de |wilayat? (?:de |d['’])?|provincia di |"
              + "d[eé]partement (?:de la |de l['’]|du |de |d['’])|province (?:de la |de l['’]|du |de |d['’])"
              + "|r[eé]gion (?:de la |de l['’]|du |de |d['’])|mu[hḩ]āfa[zz̧]at )"
              + "|,? (?:state|province|region|oblast|krai|voblasc['’]|governorate|department|district"
              + "|prefecture|division|voivodeship|county|parish|rayon|raion|municipality|canton"
              + "|emirate|territory|shi|sheng|fu|ken|ili|valtiollinen|provinsi|vilayeti)$");

  /** What districts are called, before and after their name. */
  private static final Pattern DISTRICT =
      Pattern.compile(
          "(?iu)^(?:kabupaten|kota|province of|provincia de(?:l)?|provincia di|provincia|province de|distrito de|"
              + "municipio de|municipality of|district of|powiat|okres|opcina|comuna|département de la"
              + "|département de|département du) "
              + "| (?:district|raion|rayon|county|municipality|regency|city|province|prefecture|lga|borough|parish|sub-county)$");

  private Spelling() {}

  /** Whether a name is nothing but a few capitals, such as USA or США. */
  static boolean isCode(String name) {
    return name.length() <= 5
        && name.chars().anyMatch(Character::isUpperCase)
        && name.equals(name.toUpperCase(Locale.ROOT));
  }

  /** Whether an alternate name is in a script we match and is a name rather than a code. */
  static boolean isUsable(String name) {
    return name.length() >= 2
        && !CODE.matcher(name.replace(".", "")).matches()
        && !isRomanised(name)
        && name.codePoints().filter(Character::isLetter).allMatch(Spelling::isInOurScripts);
  }

  /** Romanised Chinese and Japanese stand in lower case; nobody writes them. */
  private static boolean isRomanised(String name) {
    return name.charAt(0) < 128 && Character.isLowerCase(name.charAt(0)) && !name.startsWith("d");
  }

  private static boolean isInOurScripts(int letter) {
    return SCRIPTS.contains(UnicodeScript.of(letter));
  }

  /** The name, and the name without words such as "province", unless too little would be left. */
  static Set<String> withoutGenericWords(String name) {
    var variants = new LinkedHashSet<String>();
    if (!isDirection(name)) {
      variants.add(name);
    }
    String bare = GENERIC.matcher(name).replaceAll("").strip();
    if (bare.length() >= 3 && Character.isUpperCase(bare.charAt(0)) && !isDirection(bare)) {
      variants.add(bare);
    }
    return variants;
  }

  private static boolean isDirection(String name) {
    return Pattern.matches(
        "(?iu)(?:north|south|east|west|central|centr[eo]|nord|sud|sur|est|ouest|norte|este|oeste"
            + "|free|federal|national|metropolitan|highlands?|islands?|northern|southern|eastern|western|capital|upper|lower|coast|distrito capital)"
            + "(?:[ -](?:east|west|central|eastern|western|est|ouest|kivu))?",
        name);
  }

  /** The full name of a district, and the name alone where that is longer than a word or two. */
  static Set<String> districtNames(String name) {
    var variants = new LinkedHashSet<String>();
    variants.add(name);
    String bare = DISTRICT.matcher(name).replaceAll("").strip();
    if (bare.length() >= 5 && !name.endsWith(" County") && !isDirection(bare)) {
      variants.add(bare);
    }
    return variants;
  }
}

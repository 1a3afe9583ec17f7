package org.groundswell.nlp.places;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PlaceFinderTests {

  private static final PlaceFinder FINDER = new PlacesConfiguration().placeFinder();

  private static List<FoundPlace> find(String text, String language) {
    return FINDER.find(text, language, PlaceHints.NONE);
  }

  private static String best(String text, String language) {
    return find(text, language).stream()
        .findFirst()
        .map(place -> place.name() + " " + place.country().code())
        .orElse("none");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Police fire tear gas at protesters in Lagos              | en | Lagos NG
          thousands march in port harcourt today                   | en | Port Harcourt NG
          Riot in Ferguson, Missouri tonight                       | en | Ferguson US
          Crowds gather in Athens, Greece                          | en | Athens GR
          Crowds gather in Athens, Georgia                         | en | Athens US
          Strike in Springfield, IL over pay                       | en | Springfield US
          Miles marchan en Caracas contra el gobierno              | es | Caracas VE
          Protesta en Bogotá por la reforma                        | es | Bogotá CO
          Bloqueos en Bogota esta mañana                           | es | Bogotá CO
          Enfrentamientos en La Paz, Bolivia                       | es | La Paz BO
          В Екатеринбурге начался митинг                           | ru | Yekaterinburg RU
          В Москве задержали сотни человек                         | ru | Moscow RU
          Жители Хабаровска вышли на улицы                         | ru | Khabarovsk RU
          Акция протеста в Нижнем Новгороде                        | ru | Nizhniy Novgorod RU
          Собрались на площади в Санкт-Петербурге                  | ru | Saint Petersburg RU
          Забастовка в Перми и её пригородах                       | ru | Perm RU
          İstanbul'da polis müdahalesi                             | tr | Istanbul TR
          """)
  void findsTheTownThatIsNamed(String text, String language, String expected) {
    assertThat(best(text, language)).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Police everywhere #portharcourt                          | Port Harcourt NG
          Police everywhere #PortHarcourt                          | Port Harcourt NG
          Water everywhere #KeralaFloods                           | Kerala IN
          Water everywhere #keralafloods                           | Kerala IN
          Still standing #prayforchimanimani                       | Chimanimani ZW
          """)
  void readsHashtags(String text, String expected) {
    assertThat(best(text, "en")).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          They shot people at the Lekki toll gate                  | en | Lagos NG
          Taksim Square is full tonight                            | en | Istanbul TR
          Cacerolazo en Plaza de Mayo ahora                        | es | Buenos Aires AR
          Люди идут на Болотную площадь                            | ru | Moscow RU
          Miles en la Puerta del Sol                               | es | Madrid ES
          """)
  void knowsSquaresThatTheWorldKnows(String text, String language, String expected) {
    assertThat(best(text, language)).isEqualTo(expected);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "I am reading a nice book on my mobile",
        "Most of my friends are here",
        "Paris Hilton was at the party",
        "Michael Jordan scored again, Jordan rules",
        "Denzel Washington is the best actor",
        "The New York Times reports on it",
        "@london @BuenosAires hello https://example.org/lagos/istanbul",
        "Hope and Justice for all",
        "Мир во всём мире, дружба и любовь",
        "La marcha fue un salto, buenos días",
        "This is so nice of you. Best wishes, Victoria"
      })
  void leavesWordsAndPeopleAlone(String text) {
    assertThat(find(text, "en")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Nos disparan en la avenida Bolívar                       | es | none
          Se suman en la plaza Arriaga                             | es | none
          Mañana todos en el Arriaga                               | es | none
          Stones thrown on Oxford Street                           | en | none
          Running near Albert Park this morning                    | en | none
          Они стоят на улице Ленина                                | ru | none
          Marchas en las calles de Caracas                         | es | Caracas VE
          Delays at Lagos airport                                  | en | Lagos NG
          """)
  void tellsStreetsAndVenuesFromTowns(String text, String language, String expected) {
    assertThat(best(text, language)).isEqualTo(expected);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "salimos para la marcha y me queda poca batería",
        "ME QUEDA POCA BATERÍA",
        "paro nacional #paronacional #ParoNacional",
        "La plaza principal está llena, la calle también, y el centro",
        "nada le gana a esto",
        "Hail like golf balls tonight"
      })
  void leavesWordsOfOtherLanguagesAlone(String text) {
    assertThat(find(text, "es")).isEmpty();
  }

  @Test
  void findsTownsInSmallLetters() {
    assertThat(best("protesta en arequipa", "es")).isEqualTo("Arequipa PE");
    assertThat(best("в ижевске снова митинг", "ru")).isEqualTo("Izhevsk RU");
  }

  @Test
  void readsANameOfSeveralCountriesAsTheBestKnownTown() {
    assertThat(best("Disparan contra la protesta en Valencia", "es")).isEqualTo("Valencia ES");
    assertThat(best("Protesta en Valencia, Venezuela", "es")).isEqualTo("Valencia VE");
    assertThat(best("Valencia (Venezuela) en la calle", "es")).isEqualTo("Valencia VE");
  }

  @Test
  void dropsASmallTownBesideALargerOneFarAway() {
    assertThat(find("San Blas está cerrado, no pasa nadie en Maracaibo", "es"))
        .extracting(FoundPlace::name)
        .containsExactly("Maracaibo");
  }

  @Test
  void believesAnEverydayWordAfterAPreposition() {
    assertThat(best("Thousands march in Nice, France against the law", "en")).isEqualTo("Nice FR");
    assertThat(best("Clashes broke out in Reading tonight", "en")).isEqualTo("Reading GB");
  }

  @Test
  void mergesCountryAndDivisionIntoTheirTown() {
    List<FoundPlace> found = find("Riots in Houston, Texas, USA. Pray for Texas!", "en");

    assertThat(found).extracting(FoundPlace::name).containsExactly("Houston");
    assertThat(found.getFirst().admin1()).extracting(Region::name).isEqualTo("Texas");
  }

  @Test
  void returnsEveryTownThatIsNamedUpToThree() {
    String text = "Protests in Lagos, Abuja, Kano and Ibadan";

    assertThat(find(text, "en")).hasSize(3).allMatch(place -> place.country().code().equals("NG"));
  }

  @Test
  void takesANationalityForItsCountryWhenNothingElseIsNamed() {
    assertThat(find("Nigerian police shot at the crowd", "en"))
        .extracting(FoundPlace::name, FoundPlace::level)
        .containsExactly(tuple("Nigeria", Level.COUNTRY));
    assertThat(best("Российские рабочие бастуют", "ru")).isEqualTo("Russia RU");
    assertThat(best("El pueblo venezolano en las calles", "es")).isEqualTo("Venezuela VE");
  }

  @Test
  void readsCodesOnlyInCapitals() {
    assertThat(best("Police shot a man in the US", "en")).isEqualTo("United States US");
    assertThat(find("They came to us and told us", "en")).isEmpty();
  }

  @Test
  void readsTheCodeOfAStateAfterItsTownOrAlone() {
    assertThat(best("Flooding in Wilmington, NC again", "en")).isEqualTo("Wilmington US");
    assertThat(best("Flooding all over NC again, stay safe everyone", "en"))
        .isEqualTo("North Carolina US");
    assertThat(find("IN my opinion he said OK to ME", "en")).isEmpty();
  }

  @Test
  void readsACountryWithAnS() {
    assertThat(best("Mexicos president spoke to the crowd", "en")).isEqualTo("Mexico MX");
  }

  @Test
  void prefersTheNamesakeThatTheProfileAndTheLanguagePointAt() {
    var hints = new PlaceHints(null, null, null, "Ontario, Canada");

    FoundPlace london = FINDER.find("Protest in London this morning", "en", hints).getFirst();

    assertThat(best("Protest in London this morning", "en")).isEqualTo("London GB");
    assertThat(london.how()).isEqualTo(How.TEXT);
  }

  @Test
  void fallsBackToTheProfileWithLittleConfidence() {
    var hints = new PlaceHints(null, null, null, "Lagos, Nigeria");

    FoundPlace found = FINDER.find("They are shooting at us", "en", hints).getFirst();

    assertThat(found.how()).isEqualTo(How.PROFILE);
    assertThat(found.name()).isEqualTo("Lagos");
    assertThat(found.confidence()).isLessThanOrEqualTo(0.3);
    assertThat(found.start()).isEqualTo(-1);
  }

  @Test
  void trustsThePlaceOfTheSource() {
    var hints = new PlaceHints(null, null, "Lagos, Nigeria", null);

    assertThat(FINDER.find("They are shooting at us", "en", hints))
        .extracting(FoundPlace::name, FoundPlace::how)
        .containsExactly(tuple("Lagos", How.SOURCE_PLACE));
  }

  @ParameterizedTest
  @CsvSource({
    "41.0370, 28.9850, Istanbul, TOWN", // Taksim
    "6.4281, 3.4219, Lagos, TOWN",
    "51.5074, -0.1278, London, TOWN",
    "64.5, -18.5, Iceland, COUNTRY"
  })
  void readsCoordinates(double lat, double lon, String name, Level level) {
    FoundPlace found =
        FINDER.find("tear gas", "en", new PlaceHints(lat, lon, null, null)).getFirst();

    assertThat(found.how()).isEqualTo(How.COORDINATES);
    assertThat(found.country().name()).isNotBlank();
    assertThat(level == Level.TOWN ? found.name() : found.country().name()).isEqualTo(name);
  }

  @Test
  void believesTheTextWhereItNamesAnotherCountryThanTheCoordinates() {
    var london = new PlaceHints(51.5, -0.12, null, null);

    assertThat(FINDER.find("Police attack the march in Cairo, Egypt", "en", london))
        .extracting(FoundPlace::name)
        .containsExactly("Cairo", "London");
    assertThat(FINDER.find("Police attack the march here in the UK", "en", london).getFirst().how())
        .isEqualTo(How.COORDINATES);
  }

  @Test
  void givesOffsetsIntoTheTextAsItCame() {
    String text = "😡😡 RT @x: «Caracas» & #PortHarcourt — Bogotá!";

    for (FoundPlace place : find(text, "en")) {
      assertThat(text.substring(place.start(), place.end()))
          .isIn("Caracas", "PortHarcourt", "Bogotá");
    }
    assertThat(find(text, "en")).hasSize(3);
  }

  @Test
  void staysSaneOnAnyText() {
    var random = new Random(20261122);
    String[] pieces = {
      "Lagos",
      "#",
      "@",
      "in ",
      "п",
      "Москве",
      "\uD83D",
      "\uDE21",
      ", ",
      "́",
      "NY",
      "_",
      "\n",
      "http://",
      "Санкт-",
      "ـ",
      "بيروت",
      "U.S.",
      "#KeralaFloods",
      "é",
      "İ",
      "ß",
      " ",
      " ",
      "1",
      "\u0000",
      "’"
    };
    for (int round = 0; round < 20_000; round++) {
      var text = new StringBuilder();
      for (int i = random.nextInt(12); i >= 0; i--) {
        text.append(pieces[random.nextInt(pieces.length)]);
      }
      for (FoundPlace place : find(text.toString(), "en")) {
        assertThat(place.start()).isBetween(0, place.end() - 1);
        assertThat(text.substring(place.start(), place.end())).isNotBlank();
        assertThat(place.confidence()).isBetween(0.0, 1.0);
      }
    }
  }

  @Test
  void takesBoundedTimeOnHugeText() {
    assertThat(find("нижнем ".repeat(20_000) + "#".repeat(20_000), "ru")).isEmpty();
  }

  @Test
  void tellsTheTimeZoneOfEachPlace() {
    assertThat(find("Protests in Lagos, Perth and Phoenix, Arizona", "en"))
        .extracting(FoundPlace::name, FoundPlace::zone)
        .containsExactlyInAnyOrder(
            tuple("Lagos", "Africa/Lagos"),
            tuple("Perth", "Australia/Perth"),
            tuple("Phoenix", "America/Phoenix"));
  }

  @Test
  void givesADivisionOrCountryTheTimeZoneOfItsLargestTown() {
    assertThat(find("Strike across Western Australia", "en").getFirst().zone())
        .isEqualTo("Australia/Perth");
    assertThat(find("Strike across Russia", "en").getFirst().zone()).isEqualTo("Europe/Moscow");
  }

  @Test
  void standsADistrictForItsLargestTown() {
    FoundPlace found = find("Evacuations in Butte County tonight", "en").getFirst();

    assertThat(found.name()).isEqualTo("Chico");
    assertThat(found.start()).isEqualTo(15);
  }

  @Test
  void keepsTheOthersWhenOnePlaceIsUnknown() {
    assertThat(find("Marches in Nowherestadt, Caracas and Bogotá", "es"))
        .extracting(FoundPlace::name)
        .containsExactlyInAnyOrder("Caracas", "Bogotá");
  }

  @Test
  void tellsWhatItConsideredAndWhy() {
    List<ConsideredPlace> considered =
        FINDER.consider("I am Reading a book in Lagos", "en", PlaceHints.NONE);

    assertThat(considered)
        .filteredOn(ConsideredPlace::believed)
        .extracting(ConsideredPlace::name)
        .containsExactly("Lagos");
    assertThat(considered)
        .filteredOn(place -> place.start() == 5)
        .allSatisfy(place -> {
          assertThat(place.believed()).isFalse();
          assertThat(place.note()).contains("case -");
        });
  }

  @Test
  void considersWhatItFinds() {
    String text = "Police fire at the Lekki toll gate in Lagos, Nigeria";

    assertThat(FINDER.consider(text, "en", PlaceHints.NONE))
        .filteredOn(ConsideredPlace::believed)
        .extracting(ConsideredPlace::geonameId)
        .contains(find(text, "en").getFirst().geonameId());
  }
}

package org.groundswell.nlp.places;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * What people write in each language and the first place that it speaks of: a place with its
 * country, a country for any place in it, or none.
 */
class PlacesByLanguageTests {

  private static final PlaceFinder FINDER = new PlacesConfiguration().placeFinder();

  private static void assertFinds(String language, String text, String expected) {
    List<FoundPlace> found = FINDER.find(text, language, PlaceHints.NONE);

    String country = found.isEmpty() ? "none" : found.getFirst().country().code();
    String place = found.isEmpty() ? "none" : found.getFirst().name() + " " + country;
    assertThat(expected).isIn(place, country);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      textBlock =
          """
          Thousands march in Nice, France against the law | Nice FR
          such a nice split, normal reading on my mobile | none
          Paris Hilton was at the party | none
          Jordan Peterson speaks | none
          Orlando Bloom and Sydney Sweeney and Austin Powers | none
          protest in Jordan | Jordan JO
          riots in Chad | Chad TD
          protests in Georgia against foreign agents law in Tbilisi | Tbilisi GE
          Clashes in Birmingham | Birmingham GB
          Protest in Hyderabad | Hyderābād IN
          clashes in Tripoli, Libya | Tripoli LY
          clashes in Tripoli, Lebanon | Tripoli LB
          Protests in Portland | Portland US
          riots in Kingston | Kingston JM
          protest in Alexandria | Alexandria EG
          protest in Victoria | AU
          Trafalgar Square is full | London GB
          Lekki toll gate massacre | Lagos NG
          Now #LagosProtest now | Lagos NG
          Now #lagosprotest now | Lagos NG
          Shaheen Bagh sit-in | Delhi IN
          protesters at Jantar Mantar | Delhi IN
          turkey sandwich for lunch | none
          protests across Turkey | Turkey TR
          Police clash in Batman, Turkey | Batman TR
          I love Batman and Robin | none
          Chelsea won again, Arsenal lost | none
          Tahrir Square fills again | Cairo EG
          protesters fill Syntagma Square | Athens GR
          Now #endsars #lekkitollgate | Lagos NG
          Now #prayforlebanon | Lebanon LB
          Crowds in Valencia (Venezuela) tonight | Valencia VE
          riot in Cordoba, Argentina | Córdoba AR
          protest in Santiago, Chile | Santiago CL
          clashes in Paris, Texas | Paris US
          2 killed in Alexandria, Va. | Alexandria US
          Heading home after a long day, the traffic was awful | none
          Taylor Swift and Travis Kelce were spotted again | none
          Happy birthday to my best friend, love you so much | none
          Our union rep says the strike is off, deal reached with the company | none
          Watching the game tonight, go Eagles | none
          Just finished reading a great book on the French Revolution | France FR
          Strike at Durban port turns violent | Durban ZA
          Curfew in Imphal as clashes continue in Manipur | Imphāl IN
          Protest march in Chattogram | BD
          Kisumu burning tonight | Kisumu KE
          Tear gas in Port Moresby | Port Moresby PG
          tension in Tamale, Ghana | Tamale GH
          Sit-in in Sanandaj | Sanandaj IR
          Roadblock near Culiacan | Culiacán MX
          """)
  void findsPlacesInEnglish(String text, String expected) {
    assertFinds("en", text, expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      textBlock =
          """
          Protesta en Valencia contra el gobierno | Valencia ES
          Miles marchan en Santiago | Santiago CL
          protesta en Córdoba | Córdoba AR
          marcha en Cartagena | Cartagena CO
          bloqueos en Mérida | MX
          manifestación en Granada | Granada ES
          protesta en León | MX
          paro en Trujillo | Trujillo PE
          disturbios en San José | San José CR
          Valencia, Venezuela, protesta | Valencia VE
          manifestación en Londres | London GB
          protestas en Pekín | Beijing CN
          marcha en el Zócalo | Mexico City MX
          bloqueo en Puerto Resistencia, Cali | Cali CO
          la policía nigeriana disparó | Nigeria NG
          ¡Viva el paro! La marcha será mañana | none
          Salvador Dalí pintó mucho | none
          disturbios en Bruselas | Brussels BE
          protestas en Estambul | Istanbul TR
          protesta en La Habana | Havana CU
          protesta en Puno y Juliaca | PE
          marcha en Nueva York | New York City US
          paro en Bogotá, bloqueos en Portal Américas | Bogotá CO
          Now #paroenbogota | Bogotá CO
          Now #BogotáResiste | Bogotá CO
          Now #venezuelalibre | Venezuela VE
          protesta en Valencia (España) | Valencia ES
          Hoy no hay clases por el paro de maestros, qué alegría | none
          El presidente habló en cadena nacional y no dijo nada nuevo | none
          Me duele la cabeza, voy a tomar un café y a dormir | none
          Gabriel Boric y José Antonio Kast debatieron anoche | none
          La paz y la libertad son lo más importante | none
          Santiago Abascal y Pedro Sánchez en el congreso | none
          cacerolazo en Rosario esta noche | Rosario AR
          enfrentamientos en Arequipa y Cusco | PE
          marcha en Tegucigalpa, Honduras | Tegucigalpa HN
          bloqueo de carreteras en Oaxaca | MX
          protestas en Teherán y Mashhad | IR
          Huelga en Vigo | Vigo ES
          disturbios en Quibdó | Quibdó CO
          tractorada en Toledo | ES
          """)
  void findsPlacesInSpanish(String text, String expected) {
    assertFinds("es", text, expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      textBlock =
          """
          Protesto em São Paulo | São Paulo BR
          manifestação na Avenida Paulista | São Paulo BR
          greve no Rio de Janeiro | Rio de Janeiro BR
          ato na Cinelândia agora | Rio de Janeiro BR
          polícia reprime protesto em Vitória | Vitória BR
          protestos em Londres | London GB
          confrontos em Maputo | Maputo MZ
          greve geral em Lisboa | Lisbon PT
          manifestação no Porto contra a renda | Porto PT
          protestos na Nigéria | Nigeria NG
          a polícia nigeriana abriu fogo | Nigeria NG
          moçambicanos nas ruas | Mozambique MZ
          feliz natal para todos | none
          que a vitória seja nossa | none
          protesto em Natal, Rio Grande do Norte | Natal BR
          caminhoneiros bloqueiam a estrada em Santa Catarina | BR
          tumulto em Luanda | Luanda AO
          manifestantes em Paris e Berlim | FR
          greve dos caminhoneiros no Paraná | Paraná BR
          ato no MASP hoje às 18h | São Paulo BR
          Hoje o trânsito está um caos, choveu muito de manhã | none
          O presidente falou na TV e ninguém entendeu nada | none
          Boa noite gente, amanhã tem prova e não estudei nada | none
          Lula e Bolsonaro no debate de ontem | none
          Vou dormir, que dia longo, saudade da praia | none
          Que golaço do Neymar, o Santos ganhou o jogo | none
          protesto em Belo Horizonte pede impeachment | Belo Horizonte BR
          manifestantes ocupam a Esplanada dos Ministérios | Brasília BR
          bloqueio na Via Dutra em Guarulhos | Guarulhos BR
          repressão em Cabinda, Angola | AO
          motim em Nampula | Nampula MZ
          marcha em Buenos Aires contra Milei | Buenos Aires AR
          greve dos professores no Pará | Pará BR
          """)
  void findsPlacesInPortuguese(String text, String expected) {
    assertFinds("pt", text, expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      textBlock =
          """
          Manifestation à Paris ce soir | Paris FR
          manif au Caire | Cairo EG
          Grève au Sénégal | Senegal SN
          Tirs à balles réelles à N'Djamena au Tchad | N'Djamena TD
          émeutes aux États-Unis | US
          la police nigériane tire sur la foule | Nigeria NG
          manifestants ivoiriens | CI
          Blocage à Tours, en Indre-et-Loire | Tours FR
          tout le monde fait des tours de magie | none
          heurts à Nice entre police et manifestants | Nice FR
          affrontements à Londres | London GB
          marche à Alger | Algiers DZ
          Bamako sous tension, place de l'Indépendance | Bamako ML
          gilets jaunes place de la République à Paris | Paris FR
          barricades à Ouagadougou | Ouagadougou BF
          les Champs-Élysées en feu | Paris FR
          une lentille lens vision | none
          il fait beau aujourd'hui, la nation est belle | none
          émeutes à Nouméa | Nouméa NC
          blocus à Port-au-Prince en Haïti | Port-au-Prince HT
          Pékin réprime les manifestants | Beijing CN
          heurts place de la Bastille | Paris FR
          Je rentre du travail, il pleut et les bus sont en grève, quelle journée | none
          Elle a mis sa robe rouge et son manteau vert pour la fête de fin d'année | none
          Le président a parlé hier soir à la télé, rien de nouveau sous le soleil | none
          Bonne chance aux Bleus ce soir, allez la France | France FR
          Marine Le Pen et Éric Zemmour en débat | none
          Mon lit, ma couette et un bon film, la vie est belle | none
          émeutes à Marseille après la mort d'un jeune | Marseille FR
          affrontements à Conakry en Guinée | Conakry GN
          marche à Goma contre la Monusco | Goma CD
          grève générale en Guadeloupe | GP
          manifestation à Tunis, avenue Habib Bourguiba | Tunis TN
          Heurts à Sainte-Soline, Deux-Sèvres | FR
          manifs aux Pays-Bas et en Belgique | NL
          """)
  void findsPlacesInFrench(String text, String expected) {
    assertFinds("fr", text, expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      textBlock =
          """
          Demo in Berlin heute | Berlin DE
          Berliner Polizei räumt das Haus | Berlin DE
          Hamburger Polizei setzt Wasserwerfer ein | Hamburg DE
          nigerianische Polizei schießt auf Demonstranten | Nigeria NG
          die iranischen Proteste | Iran IR
          Streik in Mailand | Milan IT
          Proteste in Lissabon | Lisbon PT
          Unruhen in Kairo | Cairo EG
          Zusammenstöße in Athen | Athens GR
          Proteste in Belgrad | Belgrade RS
          Krawalle in Brüssel | Brussels BE
          Demo am Alexanderplatz | Berlin DE
          Proteste in der Türkei | Turkey TR
          Proteste in Georgien | Georgia GE
          Kölner Demo gegen rechts | Köln DE
          Münchner Bauern blockieren die Straße | Munich DE
          Leipzigs Straßen sind voll | Leipzig DE
          wir essen heute zu Mittag | none
          es hat geregnet, der Regen hört nicht auf | none
          ich hätte gern zwei Hamburger und Pommes | none
          die Halle war voll beim Konzert | none
          Streik in Essen, NRW | Essen DE
          Weimarer Bauern | DE
          Krawalle in Rom | Rome IT
          Kundgebung am Brandenburger Tor | Berlin DE
          Der Streik der Lokführer geht weiter, meine Bahn fällt wieder aus | none
          Ich habe gestern einen tollen Film gesehen, sehr zu empfehlen | none
          Die Regierung muss endlich handeln, so geht das nicht weiter | none
          Angela Merkel und Olaf Scholz im Gespräch | none
          Das Essen war gut, der Wein auch, und am Ende gab es Kuchen | none
          Heute Abend Sport im Park, wer kommt mit? | none
          Krawalle in Stuttgart nach Drogenkontrolle | Stuttgart DE
          Klimaaktivisten blockieren Autobahn bei München | Munich DE
          Ausschreitungen in Neapel | Naples IT
          Tausende in Warschau auf der Straße | Warsaw PL
          Dresdner Demo eskaliert | Dresden DE
          Proteste in Sri Lankas Hauptstadt Colombo | Colombo LK
          Bauernproteste in den Niederlanden | NL
          Unruhen in Nordirland | GB
          """)
  void findsPlacesInGerman(String text, String expected) {
    assertFinds("de", text, expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      textBlock =
          """
          Protesta a Milano | Milan IT
          corteo a Torino contro la TAV | Turin IT
          scontri al Cairo | Cairo EG
          manifestazione nell'Aquila | L'Aquila IT
          manifestazione all'Aquila | L'Aquila IT
          sciopero a Napoli | Naples IT
          polizia nigeriana spara sui manifestanti | Nigeria NG
          proteste in Turchia | Turkey TR
          Scontri a Parigi | Paris FR
          proteste a Londra | London GB
          in piazza del Popolo a Roma | Rome IT
          come va? come stai? Como | none
          corteo a Como contro i tagli | Como IT
          la palma è alta, che bella | none
          Manifestanti a Belgrado | Belgrade RS
          rivolta a Teheran | Tehran IR
          scontri ad Atene | Athens GR
          sciopero nell'ospedale di Bari | Bari IT
          presidio in Piazza Duomo a Milano | Milan IT
          Oggi piove e il treno è in ritardo come sempre | none
          Matteo Salvini e Giorgia Meloni litigano in tv | none
          La pace è un bene prezioso, la guerra una follia | none
          Ho mangiato una pizza buona e poi a letto | none
          domani sciopero dei mezzi, che palle | none
          Che bella giornata di sole, tutti al mare | none
          Corteo No Tav in Val di Susa | IT
          Sciopero generale a Genova | Genoa IT
          scontri a Belgrado e Novi Sad | RS
          manifestazione a Ramallah in Cisgiordania | PS
          protesta dei pescatori a Mazara del Vallo | Mazara del Vallo IT
          Disordini in Irlanda del Nord | GB
          """)
  void findsPlacesInItalian(String text, String expected) {
    assertFinds("it", text, expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      textBlock =
          """
          İstanbul'da polis müdahalesi | Istanbul TR
          Ankaradaki eylemde gözaltılar var | Ankara TR
          Diyarbakır'dan Batman'a yürüyüş | TR
          Van'da protesto | Van TR
          Taksim'de biber gazı | Istanbul TR
          Gezi Parkı'na yürüyoruz | Istanbul TR
          İzmirliler sokakta | İzmir TR
          Kadıköy'de kadınlar yürüdü | TR
          Nijeryalı gençler sokaklarda | Nigeria NG
          Sırbistan'da öğrenciler yolları kapattı | Serbia RS
          Tahran'da protestolar sürüyor | Tehran IR
          Paris'te sarı yelekliler | Paris FR
          Londra'da büyük gösteri | London GB
          Lübnan'da ekmek krizi | Lebanon LB
          Kahire'de Tahrir Meydanı doldu | Cairo EG
          Atina'da grev | Athens GR
          Now #İstanbulDireniyor | Istanbul TR
          Now #ankaradayız hep birlikte | Ankara TR
          ordu kışlasına dönsün | none
          ordu sokağa çıktı, yarın eylem var | none
          bu akşam van minut dedi | none
          Soma'da madenciler | Soma TR
          Gürcistan'ın başkenti Tiflis'te çatışma | Tbilisi GE
          Şili'nin başkenti Santiago'da | Santiago CL
          Hakkari'de sokağa çıkma yasağı | Hakkâri TR
          Çin'de protesto | China CN
          Gazze'de ateşkes | PS
          Kuğulu Park'ta nöbet | Ankara TR
          Bugün hava çok güzel, sahilde yürüyüş yaptık | none
          Hükümet istifa diye bağırdılar, polis geldi | none
          Kemal Kılıçdaroğlu ve Ekrem İmamoğlu konuştu | none
          Yarın sınav var, hiç çalışmadım, çok korkuyorum | none
          Ordu göreve diyenler utansın | none
          Kara bulutlar geldi, yağmur yağacak gibi, kar da olabilir | none
          Eskişehir'deki üniversite öğrencileri boykotta | Eskişehir TR
          Zonguldak'ta madenciler grevde | Zonguldak TR
          Bursalı işçiler fabrikayı işgal etti | Bursa TR
          Adana ve Mersin'de gözaltılar | TR
          Pakistan'ın Lahor kentinde gösteri | PK
          Fransa'da emeklilik reformuna karşı yürüyüş | France FR
          Erivan'da muhalefet sokakta | Yerevan AM
          Yunanistan'ın Selanik kentinde eylem | GR
          """)
  void findsPlacesInTurkish(String text, String expected) {
    assertFinds("tr", text, expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      textBlock =
          """
          احتجاجات في بيروت | Beirut LB
          مظاهرات ببغداد اليوم | Baghdad IQ
          قطع الطرق بالقاهرة | Cairo EG
          الآلاف يتظاهرون في الخرطوم | Khartoum SD
          وفي طرابلس قطع للطرق، لبنان | Tripoli LB
          Now #لبنان_ينتفض | Lebanon LB
          المتظاهرون في ساحة التحرير ببغداد | Baghdad IQ
          ميدان التحرير يمتلئ | Cairo EG
          الشرطة النيجيرية تطلق النار | Nigeria NG
          الشعب السوداني يريد | Sudan SD
          متظاهرون سودانيون في الشوارع | Sudan SD
          للجزائر وتونس والمغرب | DZ
          بالمغرب احتجاجات | Morocco MA
          إضراب عام في تونس | TN
          قتلى في درعا السورية | SY
          صنعاء تشهد مظاهرات | Sanaa YE
          حرق إطارات في البصرة والناصرية | IQ
          وقفة احتجاجية في عمان الأردن | Amman JO
          في كييف مظاهرات | Kyiv UA
          باريس تشهد اضرابا | Paris FR
          صور جميلة من الحفل | none
          يا سلام على الجمال | none
          مظاهرات في ميانمار | Myanmar MM
          في غزة قصف | Gaza PS
          الى ساحة الشهداء في بيروت | Beirut LB
          Now #العراق_ينتفض | Iraq IQ
          صباح الخير يا اصدقاء، اليوم جميل والجو رائع | none
          الحرية والعدالة والكرامة للجميع | none
          محمد صلاح سجل هدفين في المباراة | none
          الحكومة تعلن عن خطة جديدة لتحسين الخدمات | none
          كل عام وانتم بخير، عيد سعيد | none
          غدا اضراب المعلمين ولا دراسة | none
          اشتباكات في الرباط والدار البيضاء بالمغرب | MA
          تظاهرات حاشدة بمدينة تعز اليمنية | YE
          الشرطة التونسية تفرق محتجين بصفاقس | TN
          اعتصام في السويداء السورية | SY
          احتجاجات طلابية في داكا عاصمة بنغلاديش | BD
          المحتجون في نيروبي يقتحمون البرلمان | Nairobi KE
          إضراب عمال النظافة في إسطنبول | Istanbul TR
          غضب في الإسكندرية بعد مقتل شاب | EG
          """)
  void findsPlacesInArabic(String text, String expected) {
    assertFinds("ar", text, expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      textBlock =
          """
          В Екатеринбурге начался митинг | Yekaterinburg RU
          жители Чебоксар протестуют | Cheboksary RU
          Нигерийская полиция стреляет | Nigeria NG
          Митинг в Тбилиси на проспекте Руставели | Tbilisi GE
          в Минске задержания | Minsk BY
          Акции в Алма-Ате | Almaty KZ
          протесты в Алматы | Almaty KZ
          В Белграде студенты блокируют дороги | Belgrade RS
          на Майдане снова палатки | Kyiv UA
          из Бишкека сообщают о беспорядках | Bishkek KG
          В Париже жгут машины | Paris FR
          в Лондоне прошёл марш | London GB
          Забастовка в Ростове-на-Дону | Rostov-na-Donu RU
          В Ереване перекрыли улицы | Yerevan AM
          протесты в Иране | Iran IR
          беспорядки во Франции | France FR
          В Каракасе стреляют | Caracas VE
          Жители Владивостока вышли | Vladivostok RU
          Мир во всём мире | none
          орёл летит над полем | none
          Роман пошёл на работу | none
          протесты в Конго | Democratic Republic of the Congo CD
          люди идут по Невскому проспекту | RU
          Красной площади задержан | Moscow RU
          на Красной площади задержан активист | Moscow RU
          Now #протестывминске | none
          Сегодня холодно, снег идёт, автобусы не ходят | none
          Вера, надежда и любовь спасут нас | none
          Владимир Путин выступил с речью | none
          Завтра забастовка таксистов, как добираться на работу не знаю | none
          Мама купила новый дом, все рады | none
          Алексей Навальный и Юлия | none
          В Новосибирске прошёл пикет | Novosibirsk RU
          Уфимцы вышли против шихана Куштау | Ufa RU
          На улицах Тбилиси баррикады | Tbilisi GE
          Протесты в Хабаровском крае | RU
          Во Львове прошла акция | Lviv UA
          в казахстанском Жанаозене бастуют нефтяники | KZ
          В Улан-Удэ разогнали митинг | Ulan-Ude RU
          Беспорядки в Махачкале | Makhachkala RU
          Акции в Берлине и Варшаве | DE
          """)
  void findsPlacesInRussian(String text, String expected) {
    assertFinds("ru", text, expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      textBlock =
          """
          у Києві на Майдані зібрались люди | Kyiv UA
          мітинг у Харкові | Kharkiv UA
          жителі Львова перекрили дорогу | Lviv UA
          в Одесі протестують | Odesa UA
          У Дніпрі страйк | Dnipro UA
          у Запоріжжі мітинг | Zaporizhzhya UA
          в Чернігові вийшли | Chernihiv UA
          Протести в Тбілісі | Tbilisi GE
          нігерійська поліція | Nigeria NG
          у Мінську затримання | Minsk BY
          в Парижі палять авто | Paris FR
          у Лондоні марш | London GB
          у Варшаві протест фермерів | Warsaw PL
          на вулицях Івано-Франківська | Ivano-Frankivsk UA
          Миколаєві перекрили міст | Mykolayiv UA
          у Тернополі | Ternopil UA
          у Сумах протест | Sumy UA
          білоруські протести | Belarus BY
          у Румунії протести | Romania RO
          у нього немає суми грошей | none
          мир і воля | none
          у М'янмі протести | Myanmar MM
          на площі Свободи у Харкові | Kharkiv UA
          Сьогодні гарна погода, пішли гуляти в парк | none
          Володимир Зеленський виступив зі зверненням | none
          Слава Україні! Героям слава! | Ukraine UA
          Завтра страйк вчителів, школи не працюють | none
          Мама купила нову сукню, дуже гарна | none
          Мирна акція без порушень, поліція спостерігає | none
          у Житомирі перекрили трасу | Zhytomyr UA
          Мітинг у Вінниці | Vinnytsya UA
          протестувальники у Кривому Розі | UA
          на Закарпатті перекрили дорогу | UA
          У Белграді студенти | Belgrade RS
          в Хмельницькому акція | UA
          у Грузії протести | Georgia GE
          у Львівській області блокують кордон | UA
          """)
  void findsPlacesInUkrainian(String text, String expected) {
    assertFinds("uk", text, expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      textBlock =
          """
          Demo di Jakarta hari ini | Jakarta ID
          unjuk rasa di Makassar | Makassar ID
          massa di Monas | Jakarta ID
          mahasiswa demo di depan Gedung DPR | Jakarta ID
          demo buruh di Surabaya dan Bandung | ID
          kerusuhan di Solo | Surakarta ID
          solo trip ke gunung | none
          warga Pati tolak kenaikan pajak, Kabupaten Pati | Pati ID
          pati santan enak | none
          kerusuhan di Papua | ID
          batu dilempar ke polisi | none
          lima orang ditangkap | none
          kerusuhan di Kairo Mesir | Cairo EG
          protes di Nigeria | Nigeria NG
          protes di Turki | Turkey TR
          demo di Yogyakarta, Gejayan memanggil | Yogyakarta ID
          unjuk rasa di Medan | Medan ID
          medan perang yang sulit | none
          aksi di Inggris | United Kingdom GB
          demo di Bundaran HI | Jakarta ID
          Hari ini hujan deras, jalan macet di mana-mana | none
          Presiden Jokowi dan Prabowo bertemu lagi | none
          Selamat pagi semua, semoga sehat selalu | none
          Mahasiswa turun ke jalan, polisi menembakkan gas air mata | none
          Makan siang dulu ya, nasi padang enak banget | none
          Harga beras naik lagi, rakyat kecil makin susah | none
          ricuh demo di Semarang, polisi tembak gas air mata | Semarang ID
          unjuk rasa mahasiswa di Banda Aceh | Banda Aceh ID
          bentrok di Jayapura Papua | ID
          kerusuhan di Prancis | France FR
          protes di Tbilisi, Georgia | Tbilisi GE
          warga Rempang Batam tolak relokasi | Batam ID
          """)
  void findsPlacesInIndonesian(String text, String expected) {
    assertFinds("id", text, expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      textBlock =
          """
          maandamano Nairobi leo | Nairobi KE
          polisi wapiga risasi waandamanaji jijini Dar es Salaam | Dar es Salaam TZ
          ghasia mjini Kisumu | Kisumu KE
          maandamano nchini Kenya | Kenya KE
          Wakenya waandamana | Kenya KE
          Watanzania wanadai katiba | Tanzania TZ
          mgomo wa walimu Mombasa | Mombasa KE
          vurugu huko Arusha | Arusha TZ
          maandamano Uhuru Park | Nairobi KE
          maandamano mjini Kampala, Uganda | Kampala UG
          watu walikufa Goma nchini Kongo | Goma CD
          polisi wa Nigeria | Nigeria NG
          kuna moshi mwingi | none
          vurugu nchini Afrika Kusini | South Africa ZA
          maandamano nchini Ufaransa | France FR
          vijana wakusanyika Kamukunji | Nairobi KE
          Habari za asubuhi, leo mvua inanyesha sana | none
          Rais Ruto amehutubia taifa kuhusu uchumi | none
          Wanafunzi waligoma kwa sababu ya chakula kibovu | none
          Polisi walifyatua mabomu ya machozi na watu wakakimbia | none
          Bei ya mafuta imepanda tena, maisha ni magumu | none
          Simba na Yanga watacheza kesho | none
          maandamano Nakuru dhidi ya mswada wa fedha | Nakuru KE
          polisi watawanya waandamanaji Eldoret | Eldoret KE
          vurugu Mwanza Tanzania | Mwanza TZ
          wananchi wa Zanzibar wapinga matokeo | TZ
          maandamano jijini Bujumbura nchini Burundi | Bujumbura BI
          maandamano ya Gen Z jijini Nairobi | Nairobi KE
          """)
  void findsPlacesInSwahili(String text, String expected) {
    assertFinds("sw", text, expected);
  }
}

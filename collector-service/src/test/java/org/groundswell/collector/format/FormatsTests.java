package org.groundswell.collector.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.groundswell.collector.intake.Candidate;
import org.groundswell.collector.intake.Coordinates;
import org.groundswell.collector.intake.NotAPost;
import org.groundswell.collector.intake.RawPost;
import org.groundswell.collector.intake.Rejection;
import org.groundswell.collector.intake.TakenBack;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FormatsTests {

  private static final String PLAIN = "{\"id\":7,\"created_at\":1539202764,\"text\":\"Hi\"}";
  private static final String TWEET =
      """
      {"created_at":"Wed Oct 10 20:19:24 +0000 2018","id":1050118621198921700,\
      "id_str":"1050118621198921728","text":"short \\u2026","truncated":true,"lang":"es",\
      "extended_tweet":{"full_text":"long &amp; whole","entities":{"hashtags":[{"text":"Tag"}],\
      "urls":[{"expanded_url":"https://example.org/a"}]}},\
      "user":{"id_str":"42","screen_name":"someone","location":"Caracas"},\
      "coordinates":{"type":"Point","coordinates":[-66.9,10.5]},\
      "place":{"full_name":"Caracas, Distrito Capital","country":"Venezuela"}}\
      """;

  @ParameterizedTest
  @CsvSource({
    "2018-10-10T20:19:24Z",
    "2018-10-10T22:19:24+02:00",
    "2018-10-10T22:19:24+0200",
    "2018-10-10T20:19:24",
    "2018-10-10 20:19:24",
    "2018-10-10 20:19:24 UTC",
    "2018-10-10 20:19:24+00:00",
    "2018-10-10T20:19:24.000000Z",
    "Wed Oct 10 20:19:24 +0000 2018",
    "1539202764",
    "1539202764.0",
    "1539202764000"
  })
  void readsTimesInManyForms(String text) {
    assertThat(Timestamps.parse(text)).isEqualTo("2018-10-10T20:19:24Z");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "", "yesterday", "2018-13-10T20:19:24Z", "2018-02-30T00:00:00Z", "99999999999999999999",
        "-", ".", "1.2.3", "2018-10-10", "٢٠١٨"
      })
  void takesNothingElseForATime(String text) {
    assertThat(Timestamps.parse(text)).isNull();
  }

  @Test
  void readsPlainPosts() {
    RawPost post = post(plain(""), PLAIN);

    assertThat(post.id()).isEqualTo("7");
    assertThat(post.createdAt()).isEqualTo("2018-10-10T20:19:24Z");
    assertThat(post.author()).isNull();
  }

  @Test
  void readsPlainPostsUnderOtherNames() {
    var format = plain("id=tweet_id, author=user.name,created_at=date");

    RawPost post =
        post(
            format,
            "{\"tweet_id\":\"x\",\"date\":\"2018-10-10 20:19:24\",\"text\":\"Hi\","
                + "\"user\":{\"name\":\"someone\"},\"lat\":\"10.5\",\"lon\":-66.9}");

    assertThat(post.author()).isEqualTo("someone");
    assertThat(post.coordinates()).isEqualTo(new Coordinates(10.5, -66.9));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{'created_at':1,'text':'Hi'}|id",
        "{'id':1,'text':'Hi'}|created_at",
        "{'id':1,'created_at':1}|text",
        "{'id':1,'created_at':1,'text':null}|text",
        "{'id':1,'created_at':'soon','text':'Hi'}|created_at",
        "{'id':1,'created_at':1,'text':'Hi','lat':1}|lon",
        "{'id':1,'created_at':1,'text':'Hi','lat':'north','lon':1}|lat"
      },
      quoteCharacter = '~')
  void namesTheFieldThatIsWrong(String line, String field) {
    assertThat(read(plain(""), line.replace('\'', '"')))
        .isInstanceOfSatisfying(
            Rejection.class, rejection -> assertThat(rejection.field()).isEqualTo(field));
  }

  @Test
  void doesNotRepeatWhatItCannotRead() {
    assertThat(read(plain(""), "{\"author\":\"someone\", oops"))
        .isInstanceOfSatisfying(
            Rejection.class, why -> assertThat(why.quoted()).doesNotContain("someone"));
  }

  @Test
  void refusesWhatFollowsTheObject() {
    assertThat(read(plain(""), PLAIN + "}")).isInstanceOf(Rejection.class);
  }

  @Test
  void readsTweets() {
    RawPost post = post(new TwitterFormat("archive"), TWEET);

    assertThat(post.id()).isEqualTo("1050118621198921728");
    assertThat(post.text()).isEqualTo("long & whole");
    assertThat(post.author()).isEqualTo("42");
    assertThat(post.coordinates()).isEqualTo(new Coordinates(10.5, -66.9));
    assertThat(post.place()).isEqualTo("Caracas, Distrito Capital, Venezuela");
    assertThat(post.profileLocation()).isEqualTo("Caracas");
    assertThat(post.hashtags()).containsExactly("Tag");
    assertThat(post.links()).containsExactly("https://example.org/a");
    assertThat(post.url()).doesNotContain("someone").endsWith("/1050118621198921728");
  }

  @Test
  void readsARetweetAsARepostWithTheWholeText() {
    RawPost post =
        post(
            new TwitterFormat("archive"),
            "{\"id_str\":\"9\",\"created_at\":\"Wed Oct 10 20:20:24 +0000 2018\","
                + "\"text\":\"RT @x: lon…\",\"user\":{\"screen_name\":\"y\"},"
                + "\"coordinates\":null,\"place\":null,\"retweeted_status\":"
                + TWEET
                + "}");

    assertThat(post.repostOf()).isEqualTo("archive:1050118621198921728");
    assertThat(post.text()).isEqualTo("long & whole");
    assertThat(post.author()).isEqualTo("y");
  }

  @Test
  void readsTheNoticesOfAStream() {
    var format = new TwitterFormat("archive");

    assertThat(read(format, "{\"delete\":{\"status\":{\"id_str\":\"9\",\"user_id\":3}}}"))
        .isEqualTo(new TakenBack("archive", "9"));
    assertThat(read(format, "{\"limit\":{\"track\":5}}")).isEqualTo(new NotAPost());
  }

  @Test
  void readsItsOwnForm() {
    var format = new GroundswellFormat("replay");

    RawPost post =
        post(
            format,
            "{\"kind\":\"post\",\"source\":\"bluesky\",\"id\":\"a/b\",\"text\":\"Hi\","
                + "\"createdAt\":\"2026-06-03T14:05:11Z\",\"eventTime\":\"1999-01-01T00:00:00Z\","
                + "\"authorKey\":\"0f3a9c5b7d1e24680f3a9c5b7d1e2468\",\"hashtags\":[\"A\"]}");

    assertThat(post.source()).isEqualTo("bluesky");
    assertThat(post.authorKey()).isEqualTo("0f3a9c5b7d1e24680f3a9c5b7d1e2468");
    assertThat(read(format, "{\"kind\":\"clock\"}")).isEqualTo(new NotAPost());
  }

  @ParameterizedTest
  @ValueSource(strings = {",", ";", "\t"})
  void readsRowsOfCsv(String separator) {
    var format =
        new CsvFormat(
            bytes("text,id,created_at,lat,lon".replace(",", separator)), FieldNames.PLAIN, "csv");

    RawPost post =
        post(
            format,
            "\"Hi,;\t\nthere \"\"you\"\"\",1,2018-10-10T20:19:24Z,,"
                .replace(
                    ",1,2018-10-10T20:19:24Z,,",
                    separator + "1" + separator + "2018-10-10T20:19:24Z" + separator + separator));

    assertThat(post.text()).isEqualTo("Hi,;\t\nthere \"you\"");
    assertThat(post.coordinates()).isNull();
    assertThat(format.timeOf(bytes("x" + separator + "1" + separator + "1539202764")))
        .isEqualTo(Instant.ofEpochSecond(1539202764));
  }

  @Test
  void refusesARowWithTooFewCells() {
    var format = new CsvFormat(bytes("id,created_at,text"), FieldNames.PLAIN, "csv");

    assertThat(read(format, "1,2")).isInstanceOf(Rejection.class);
  }

  @Test
  void refusesARowWithACellTooManyUnlessItIsEmpty() {
    var format = new CsvFormat(bytes("id,created_at,author,text"), FieldNames.PLAIN, "csv");

    assertThat(read(format, "1,1539202764,someone, surname,text"))
        .isInstanceOfSatisfying(
            Rejection.class, why -> assertThat(why.quoted()).doesNotContain("someone", "surname"));
    assertThat(read(format, "1,1539202764,someone,text,")).isInstanceOf(RawPost.class);
    assertThat(read(format, "1,1539202764,someone,text,,")).isInstanceOf(Rejection.class);
  }

  @Test
  void tellsFormatsApart() {
    assertThat(detect(PLAIN)).isInstanceOf(PlainJsonFormat.class);
    assertThat(detect("{\"delete\":{\"status\":{\"id\":1}}}", TWEET))
        .isInstanceOf(TwitterFormat.class);
    assertThat(detect("broken", "{\"id\":1,\"createdAt\":\"x\",\"text\":\"y\"}"))
        .isInstanceOf(GroundswellFormat.class);
    assertThat(detect("id,created_at,text", "1,2,3")).isInstanceOf(CsvFormat.class);
  }

  @Test
  void saysWhatItSawWhenNoFormatFits() {
    assertThatThrownBy(() -> detect("{\"a\":1,\"b\":2}")).hasMessageContaining("a, b");
    assertThatThrownBy(() -> detect("id,when,what", "1,2,3"))
        .hasMessageContaining("created_at, text is not");
  }

  @ParameterizedTest
  @ValueSource(strings = {"id", "id=", "what=x", "id=a,id=b"})
  void refusesFieldNamesThatMakeNoSense(String pairs) {
    assertThatThrownBy(() -> FieldNames.parse(pairs)).isInstanceOf(IllegalArgumentException.class);
  }

  private static PostFormat detect(String... lines) {
    List<byte[]> first = Arrays.stream(lines).map(FormatsTests::bytes).toList();
    return FormatDetector.detect(FormatName.AUTO, first, FieldNames.PLAIN, "replay");
  }

  private static PostFormat plain(String names) {
    return new PlainJsonFormat(FieldNames.parse(names), "replay");
  }

  private static RawPost post(PostFormat format, String line) {
    Candidate candidate = read(format, line);
    assertThat(candidate).isInstanceOf(RawPost.class);
    RawPost post = (RawPost) candidate;
    if (!(format instanceof CsvFormat)) {
      assertThat(format.timeOf(bytes(line))).isEqualTo(post.createdAt());
    }
    return post;
  }

  private static Candidate read(PostFormat format, String line) {
    return format.read(bytes(line));
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}

package org.groundswell.nlp.scoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiPredicate;
import opennlp.tools.doccat.BagOfWordsFeatureGenerator;
import opennlp.tools.doccat.DoccatFactory;
import opennlp.tools.doccat.DocumentCategorizerME;
import opennlp.tools.doccat.DocumentSample;
import opennlp.tools.doccat.FeatureGenerator;
import opennlp.tools.util.ObjectStreamUtils;
import opennlp.tools.util.TrainingParameters;
import org.groundswell.nlp.text.PostText;
import org.groundswell.nlp.text.TextReader;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/**
 * Measures the scorer on real posts, which are not part of the project, beside two baselines: a
 * list of keywords, and a model of single words trained on the same corpus.
 *
 * <p>Data: the folder that {@code GROUNDSWELL_DATA} names; without it the measurement is skipped.
 * Metrics are printed. Asserted: at most 0.5 % of everyday posts count as unrest, and F1 on tweets
 * is above .775, what single words reached in the field (JHU-CUT). Run: {@code mvn test
 * -Dtest=ScoringEval}. What it cannot tell: how well Russian posts do outside the corpus, for want
 * of labelled ones.
 */
class ScoringEval {

  private static final TextReader READER = new TextReader();
  private static final ObjectMapper JSON = new ObjectMapper();

  private static final Map<String, EventType> KINDS =
      Map.of(
          "PEACE_PROTEST", EventType.PEACEFUL_PROTEST,
          "PROTEST_WITH_INTER", EventType.PROTEST_WITH_INTERVENTION,
          "FORCE_AGAINST_PROTEST", EventType.EXCESSIVE_FORCE,
          "VIOL_DEMONSTR", EventType.VIOLENT_DEMONSTRATION,
          "MOB_VIOL", EventType.MOB_VIOLENCE);

  private static final List<String> KEYWORDS =
      List.of(
          "protest",
          "demonstrat",
          "riot",
          "strike",
          "rally",
          "march",
          "tear gas",
          "loot",
          "clash",
          "boycott",
          "blockade",
          "unrest",
          "protesta",
          "huelga",
          "manifesta",
          "marcha",
          "disturbio");

  private static UnrestScorer scorer;
  private static Path data;
  private static final Map<String, BiPredicate<PostText, String>> JUDGES = new LinkedHashMap<>();

  @BeforeAll
  static void prepare() throws IOException {
    String folder = System.getenv("GROUNDSWELL_DATA");
    assumeTrue(folder != null, "GROUNDSWELL_DATA names no folder of evaluation data: skipped");
    data = Path.of(folder);
    scorer = new ScoringConfiguration().unrestScorer();
    DocumentCategorizerME words = singleWords(corpus());
    JUDGES.put("scorer", ScoringEval::passes);
    JUDGES.put("scorer, forwarded", ScoringEval::forwards);
    JUDGES.put(
        "keywords", (text, language) -> KEYWORDS.stream().anyMatch(lower(text.clean())::contains));
    JUDGES.put(
        "single words",
        (text, language) ->
            words.getBestCategory(words.categorize(words(text))).equals(ScoringModel.UNREST));
  }

  @Test
  void everydayPostsPassSeldom() throws IOException {
    List<JsonNode> posts = rows("streams/everyday-background.jsonl");

    JUDGES.forEach((name, judge) ->
        System.out.printf("everyday, %s: %.4f pass%n", name, share(posts, "en", judge)));

    assertThat(share(posts, "en", ScoringEval::forwards)).isLessThanOrEqualTo(0.005);
  }

  @Test
  void tweetsOfAProtestAreFound() throws IOException {
    List<JsonNode> posts = rows("unrest/tweets-en-gezi.jsonl");

    assertThat(printed("tweets", posts).get("scorer").f1()).isGreaterThan(0.775);
  }

  /** What other thresholds would come to: everyday posts that pass, F1 on tweets and on news. */
  @Test
  void thresholds() throws IOException {
    double[] everyday = probabilities(rows("streams/everyday-background.jsonl"));
    List<JsonNode> tweets = rows("unrest/tweets-en-gezi.jsonl");
    List<JsonNode> news = rows("unrest/news-sentences-en.jsonl");
    for (int percent = 30; percent <= 90; percent += 5) {
      double threshold = percent / 100.0;
      System.out.printf(
          "threshold %.2f: everyday %.4f, tweets %s, news %s%n",
          threshold,
          Arrays.stream(everyday).filter(p -> p >= threshold).count() / (double) everyday.length,
          countsAt(threshold, tweets),
          countsAt(threshold, news));
    }
  }

  private static double[] probabilities(List<JsonNode> rows) {
    return rows.stream().mapToDouble(row -> scorer.probability(text(row), "en")).toArray();
  }

  private static Counts countsAt(double threshold, List<JsonNode> rows) {
    var counts = new Counts(0, 0, 0);
    double[] probabilities = probabilities(rows);
    for (int i = 0; i < probabilities.length; i++) {
      boolean unrest = rows.get(i).get("unrest").asInt() == 1;
      counts = counts.plus(Counts.of(unrest, probabilities[i] >= threshold));
    }
    return counts;
  }

  @Test
  void newsSentences() throws IOException {
    printed("news en", rows("unrest/news-sentences-en.jsonl"));
    List<JsonNode> protest =
        rows("unrest/news-sentences-es.jsonl").stream()
            .filter(row -> row.get("plover").asString().matches(".*(PROTEST|MOBILIZE).*"))
            .toList();

    JUDGES.forEach((name, judge) ->
        System.out.printf("news es, %s: recall %.3f%n", name, share(protest, "es", judge)));
  }

  @Test
  void streamOfAMovement() throws IOException {
    List<JsonNode> posts =
        rows("streams/endsars.jsonl").stream()
            .filter(row -> row.get("created_at").asString().compareTo("2020-10-08") >= 0)
            .filter(row -> row.get("created_at").asString().compareTo("2020-10-26") < 0)
            .toList();

    JUDGES.forEach((name, judge) ->
        System.out.printf(
            "movement, %s: %.3f of %d%n", name, share(posts, "en", judge), posts.size()));
  }

  @Test
  void everydayPostsInEachLanguagePassSeldom() throws IOException {
    var posts = new TreeMap<String, List<JsonNode>>();
    rows("language/tweets.jsonl")
        .forEach(row ->
            posts.computeIfAbsent(row.get("lang").asString(), _ -> new ArrayList<>()).add(row));

    posts.forEach((language, some) ->
        System.out.printf(
            "short posts %s: %.3f of %d pass%n",
            language, share(some, language, ScoringEval::passes), some.size()));
  }

  @Test
  void kindsOfEvents() throws IOException {
    List<JsonNode> rows = rows("unrest/event-types-en.jsonl");
    List<JsonNode> known = rows.stream().filter(row -> kind(row) != null).toList();
    List<JsonNode> others = rows.stream().filter(row -> kind(row) == null).toList();

    var confusion = new Confusion();
    known.forEach(row -> confusion.add(kind(row), scorer.eventType(text(row), "en")));

    System.out.printf(
        "kinds: found %.3f, other events that pass %.3f%n%s",
        share(known, "en", ScoringEval::passes),
        share(others, "en", ScoringEval::passes),
        confusion);
  }

  private static @Nullable EventType kind(JsonNode row) {
    return KINDS.get(row.get("type").asString());
  }

  @Test
  void crossValidatedOnTheCorpus() throws IOException {
    List<LabelledPost> posts = corpus();
    var unrest = new TreeMap<String, Counts>();
    var kinds = new Confusion();
    for (int fold = 0; fold < ModelTrainer.FOLDS; fold++) {
      ScoringModel model =
          ModelTrainer.train(LinearTrainer.fold(posts, ModelTrainer.FOLDS, fold, false));
      for (LabelledPost post : LinearTrainer.fold(posts, ModelTrainer.FOLDS, fold, true)) {
        boolean found =
            model.probability(post.features(), post.language()) >= UnrestScorer.EVEN_ODDS;
        unrest.merge(post.language(), Counts.of(post.unrest(), found), Counts::plus);
        EventType kind = post.kind();
        if (kind != null) {
          kinds.add(kind, model.eventType(post.features(), post.language()));
        }
      }
    }
    unrest.forEach((language, counts) -> System.out.println("corpus " + language + ": " + counts));
    System.out.println("corpus, kinds:\n" + kinds);
  }

  private static Map<String, Counts> printed(String what, List<JsonNode> posts) {
    var figures = new LinkedHashMap<String, Counts>();
    JUDGES.forEach((name, judge) ->
        posts.forEach(row ->
            figures.merge(
                name,
                Counts.of(row.get("unrest").asInt() == 1, judge.test(text(row), "en")),
                Counts::plus)));
    figures.forEach((name, counts) -> System.out.println(what + ", " + name + ": " + counts));
    return figures;
  }

  private static boolean passes(PostText text, String language) {
    return scorer.probability(text, language) >= UnrestScorer.EVEN_ODDS;
  }

  private static boolean forwards(PostText text, String language) {
    return scorer.probability(text, language) >= UnrestScorer.DEFAULT_THRESHOLD;
  }

  private static double share(
      List<JsonNode> posts, String language, BiPredicate<PostText, String> judge) {
    return posts.stream().filter(row -> judge.test(text(row), language)).count()
        / (double) posts.size();
  }

  private static PostText text(JsonNode row) {
    return READER.read(row.get("text").asString());
  }

  private static List<JsonNode> rows(String file) throws IOException {
    return Files.readAllLines(data.resolve(file)).stream().map(JSON::readTree).toList();
  }

  private static List<LabelledPost> corpus() throws IOException {
    return new Corpus(READER).read(Path.of("corpus"));
  }

  private static DocumentCategorizerME singleWords(List<LabelledPost> posts) throws IOException {
    var samples =
        posts.stream().map(post -> new DocumentSample(label(post), words(post.text()))).toList();
    var features = new DoccatFactory(new FeatureGenerator[] {new BagOfWordsFeatureGenerator()});
    return new DocumentCategorizerME(
        DocumentCategorizerME.train(
            "und",
            ObjectStreamUtils.createObjectStream(samples),
            TrainingParameters.defaultParams(),
            features));
  }

  private static String label(LabelledPost post) {
    return post.unrest() ? ScoringModel.UNREST : Corpus.NONE;
  }

  private static String[] words(PostText text) {
    return text.tokens().toStrings().toArray(String[]::new);
  }

  private static String lower(String text) {
    return text.toLowerCase(Locale.ROOT);
  }
}

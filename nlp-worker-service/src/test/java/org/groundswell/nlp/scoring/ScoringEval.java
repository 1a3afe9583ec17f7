package org.groundswell.nlp.scoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import opennlp.tools.doccat.BagOfWordsFeatureGenerator;
import opennlp.tools.doccat.DoccatFactory;
import opennlp.tools.doccat.DocumentCategorizerME;
import opennlp.tools.doccat.DocumentSample;
import opennlp.tools.doccat.FeatureGenerator;
import opennlp.tools.util.ObjectStreamUtils;
import opennlp.tools.util.TrainingParameters;
import org.groundswell.nlp.text.PostText;
import org.groundswell.nlp.text.TextReader;
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
  private static final Map<String, Predicate<PostText>> JUDGES = new LinkedHashMap<>();

  @BeforeAll
  static void prepare() throws IOException {
    String folder = System.getenv("GROUNDSWELL_DATA");
    assumeTrue(folder != null, "GROUNDSWELL_DATA names no folder of evaluation data: skipped");
    data = Path.of(folder);
    scorer = new ScoringConfiguration().unrestScorer();
    DocumentCategorizerME words = singleWords(corpus());
    JUDGES.put("scorer", ScoringEval::passes);
    JUDGES.put("keywords", text -> KEYWORDS.stream().anyMatch(lower(text.clean())::contains));
    JUDGES.put(
        "single words",
        text -> words.getBestCategory(words.categorize(words(text))).equals(ScoringModel.UNREST));
  }

  @Test
  void everydayPostsPassSeldom() throws IOException {
    List<JsonNode> posts = rows("streams/everyday-background.jsonl");

    JUDGES.forEach(
        (name, judge) -> System.out.printf("everyday, %s: %.4f pass%n", name, share(posts, judge)));

    assertThat(share(posts, ScoringEval::passes)).isLessThanOrEqualTo(0.005);
  }

  @Test
  void tweetsOfAProtestAreFound() throws IOException {
    List<JsonNode> posts = rows("unrest/tweets-en-gezi.jsonl");

    assertThat(printed("tweets", posts).get("scorer").f1()).isGreaterThan(0.775);
  }

  @Test
  void newsSentences() throws IOException {
    printed("news en", rows("unrest/news-sentences-en.jsonl"));
    List<JsonNode> protest =
        rows("unrest/news-sentences-es.jsonl").stream()
            .filter(row -> row.get("plover").asString().matches(".*(PROTEST|MOBILIZE).*"))
            .toList();

    JUDGES.forEach((name, judge) ->
        System.out.printf("news es, %s: recall %.3f%n", name, share(protest, judge)));
  }

  @Test
  void streamOfAMovement() throws IOException {
    List<JsonNode> posts =
        rows("streams/endsars.jsonl").stream()
            .filter(row -> row.get("created_at").asString().compareTo("2020-10-08") >= 0)
            .filter(row -> row.get("created_at").asString().compareTo("2020-10-26") < 0)
            .toList();

    JUDGES.forEach((name, judge) ->
        System.out.printf("movement, %s: %.3f of %d%n", name, share(posts, judge), posts.size()));
  }

  @Test
  void kindsOfEvents() throws IOException {
    List<JsonNode> known =
        rows("unrest/event-types-en.jsonl").stream()
            .filter(row -> KINDS.containsKey(row.get("type").asString()))
            .toList();
    List<JsonNode> others =
        rows("unrest/event-types-en.jsonl").stream()
            .filter(row -> !KINDS.containsKey(row.get("type").asString()))
            .toList();

    long right =
        known.stream()
            .filter(row ->
                scorer.score(text(row), "en").eventType() == KINDS.get(row.get("type").asString()))
            .count();
    System.out.printf(
        "kinds: %d of %d right; found %.3f, other events that pass %.3f%n",
        right, known.size(), share(known, ScoringEval::passes), share(others, ScoringEval::passes));
  }

  @Test
  void crossValidatedOnTheCorpus() throws IOException {
    List<LabelledPost> posts = corpus();
    var unrest = new TreeMap<String, Counts>();
    var kinds = new TreeMap<String, Counts>();
    for (int fold = 0; fold < ModelTrainer.FOLDS; fold++) {
      ScoringModel model = ModelTrainer.train(ModelTrainer.fold(posts, fold, false));
      for (LabelledPost post : ModelTrainer.fold(posts, fold, true)) {
        Score score = model.score(post.text(), post.language());
        boolean found = score.probability() >= UnrestScorer.DEFAULT_THRESHOLD;
        unrest.merge(post.language(), Counts.of(post.unrest(), found), Counts::plus);
        if (post.kind() != null) {
          boolean right = score.eventType() == post.kind();
          kinds.merge(post.kind().name(), Counts.of(true, right), Counts::plus);
          kinds.merge(score.eventType().name(), Counts.of(right, true).minusHit(), Counts::plus);
        }
      }
    }
    unrest.forEach((language, counts) -> System.out.println("corpus " + language + ": " + counts));
    kinds.forEach((kind, counts) -> System.out.println("corpus " + kind + ": " + counts));
  }

  private static Map<String, Counts> printed(String what, List<JsonNode> posts) {
    var figures = new LinkedHashMap<String, Counts>();
    JUDGES.forEach((name, judge) ->
        posts.forEach(row ->
            figures.merge(
                name,
                Counts.of(row.get("unrest").asInt() == 1, judge.test(text(row))),
                Counts::plus)));
    figures.forEach((name, counts) -> System.out.println(what + ", " + name + ": " + counts));
    return figures;
  }

  private static boolean passes(PostText text) {
    return scorer.score(text, "en").probability() >= UnrestScorer.DEFAULT_THRESHOLD;
  }

  private static double share(List<JsonNode> posts, Predicate<PostText> judge) {
    return posts.stream().filter(row -> judge.test(text(row))).count() / (double) posts.size();
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
    return text.tokens().stream().map(ScoringEval::lower).toArray(String[]::new);
  }

  private static String lower(String text) {
    return text.toLowerCase(Locale.ROOT);
  }

  private record Counts(int hits, int falseAlarms, int misses) {

    static Counts of(boolean truth, boolean found) {
      return new Counts(truth && found ? 1 : 0, !truth && found ? 1 : 0, truth && !found ? 1 : 0);
    }

    Counts plus(Counts other) {
      return new Counts(hits + other.hits, falseAlarms + other.falseAlarms, misses + other.misses);
    }

    Counts minusHit() {
      return new Counts(0, falseAlarms, misses);
    }

    double precision() {
      return hits / Math.max(1.0, hits + falseAlarms);
    }

    double recall() {
      return hits / Math.max(1.0, hits + misses);
    }

    double f1() {
      return 2.0 * hits / Math.max(1.0, 2 * hits + falseAlarms + misses);
    }

    @Override
    public String toString() {
      return "P %.3f R %.3f F1 %.3f (%d positive)"
          .formatted(precision(), recall(), f1(), hits + misses);
    }
  }
}

package org.groundswell.nlp.pipeline;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import opennlp.tools.doccat.DocumentSample;
import org.groundswell.nlp.language.LanguageDetector;
import org.groundswell.nlp.places.PlaceFinder;
import org.groundswell.nlp.places.PlaceHints;
import org.groundswell.nlp.scoring.UnrestScorer;
import org.groundswell.nlp.text.PostText;
import org.groundswell.nlp.text.TextReader;
import org.groundswell.nlp.timing.StageReader;
import org.junit.jupiter.api.Test;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.infra.Blackhole;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import tools.jackson.databind.json.JsonMapper;

/**
 * Posts a second through the pipeline on one core, beside OpenNLP's stock pipeline, and the share
 * of each step. Not a test: it asserts nothing and runs by name only, {@code
 * -Dtest=AnalysisBenchmark}.
 *
 * <p>The mix: of 4,000 posts, 5 % speak of unrest and 95 % do not. With {@code GROUNDSWELL_DATA}
 * they are real ones: everyday English tweets, short posts in twelve languages (one in three), and
 * tweets of a protest. Without it they are drawn from the corpus, in which posts are shorter.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Fork(1)
@Warmup(iterations = 2, time = 3)
@Measurement(iterations = 3, time = 3)
@OperationsPerInvocation(AnalysisBenchmark.POSTS)
public class AnalysisBenchmark {

  static final int POSTS = 4_000;
  private static final int UNREST = POSTS / 20;

  private AnnotationConfigApplicationContext context;
  private PostAnalysis analysis;
  private StockPipeline stock;
  private TextReader texts;
  private LanguageDetector languages;
  private UnrestScorer scorer;
  private StageReader stages;
  private PlaceFinder places;
  private List<Post> posts;
  private List<PostText> read;
  private List<String> languageOf;

  /** Loads all models and draws the posts. */
  @Setup(Level.Trial)
  public void load() throws IOException {
    context = PipelineContext.open(new SimpleMeterRegistry());
    analysis = context.getBean(PostAnalysis.class);
    texts = context.getBean(TextReader.class);
    languages = context.getBean(LanguageDetector.class);
    scorer = context.getBean(UnrestScorer.class);
    stages = context.getBean(StageReader.class);
    places = context.getBean(PlaceFinder.class);
    stock = new StockPipeline(samples());
    posts = mix().stream().map(Posts::saying).toList();
    read = posts.stream().map(post -> texts.read(post.text())).toList();
    languageOf = read.stream().map(text -> languages.detect(text.clean(), null)).toList();
    report();
  }

  /** Closes them. */
  @TearDown
  public void close() {
    context.close();
  }

  private void report() {
    long chars = posts.stream().mapToLong(post -> post.text().length()).sum();
    long passing = posts.stream().filter(post -> reachesPlaces(analysis.analyse(post))).count();
    System.out.printf(
        "%d posts of %d characters on average, %d of them taken for unrest%n",
        posts.size(), chars / posts.size(), passing);
  }

  private static boolean reachesPlaces(Outcome outcome) {
    return !(outcome instanceof Outcome.Dropped(var reason, _))
        || reason == Outcome.DropReason.PAST
        || reason == Outcome.DropReason.NO_PLACE;
  }

  /** Returns the texts of the mix, 4,000 of them. */
  public static List<String> mix() throws IOException {
    String data = System.getenv("GROUNDSWELL_DATA");
    List<String> mix = data == null ? ofTheCorpus() : real(Path.of(data));
    Collections.shuffle(mix, new Random(2));
    return mix;
  }

  private static List<String> ofTheCorpus() throws IOException {
    var mix = some(corpus(true), POSTS - UNREST);
    mix.addAll(some(corpus(false), UNREST));
    return mix;
  }

  private static List<String> real(Path data) throws IOException {
    int shortPosts = (POSTS - UNREST) / 3;
    var mix =
        some(
            texts(data.resolve("streams/everyday-background.jsonl"), false),
            POSTS - UNREST - shortPosts);
    mix.addAll(some(texts(data.resolve("language/tweets.jsonl"), false), shortPosts));
    mix.addAll(some(texts(data.resolve("unrest/tweets-en-gezi.jsonl"), true), UNREST));
    return mix;
  }

  private static List<String> texts(Path file, boolean unrest) throws IOException {
    var json = new JsonMapper();
    return Files.readAllLines(file).stream()
        .map(json::readTree)
        .filter(row -> !unrest || row.get("unrest").asInt() == 1)
        .map(row -> row.get("text").asString())
        .toList();
  }

  private static List<String> some(List<String> all, int count) {
    var shuffled = new ArrayList<>(all);
    Collections.shuffle(shuffled, new Random(1));
    return new ArrayList<>(shuffled.subList(0, count));
  }

  private static List<String> corpus(boolean none) throws IOException {
    var lines = new ArrayList<String>();
    try (Stream<Path> files = Files.walk(Path.of("corpus"))) {
      for (Path file : files.filter(file -> file.toString().endsWith(".txt")).sorted().toList()) {
        if (file.getFileName().toString().startsWith("NONE") == none) {
          lines.addAll(Files.readAllLines(file));
        }
      }
    }
    return lines;
  }

  private static List<DocumentSample> samples() throws IOException {
    var samples = new ArrayList<DocumentSample>();
    corpus(true).forEach(line -> samples.add(new DocumentSample("NONE", line.split(" "))));
    corpus(false).forEach(line -> samples.add(new DocumentSample("UNREST", line.split(" "))));
    return samples;
  }

  /** The whole pipeline, with its cascade. */
  @Benchmark
  public void pipeline(Blackhole out) {
    for (Post post : posts) {
      out.consume(analysis.analyse(post));
    }
  }

  /** OpenNLP's parts as they come. */
  @Benchmark
  public void stock(Blackhole out) {
    for (Post post : posts) {
      out.consume(stock.analyse(post.text()));
    }
  }

  /** The step text alone, on every post. */
  @Benchmark
  public void stepText(Blackhole out) {
    for (Post post : posts) {
      out.consume(texts.read(post.text()));
    }
  }

  /** The step language alone, on every post. */
  @Benchmark
  public void stepLanguage(Blackhole out) {
    for (PostText text : read) {
      out.consume(languages.detect(text.clean(), null));
    }
  }

  /** The step scoring alone, on every post. */
  @Benchmark
  public void stepScoring(Blackhole out) {
    for (int i = 0; i < read.size(); i++) {
      out.consume(scorer.probability(read.get(i), languageOf.get(i)));
    }
  }

  /** The step timing alone, on every post. */
  @Benchmark
  public void stepTiming(Blackhole out) {
    for (int i = 0; i < read.size(); i++) {
      String language = languageOf.get(i);
      out.consume(stages.read(texts.sentences(read.get(i), language), language, Posts.TIME));
    }
  }

  /** The step places alone, on every post. */
  @Benchmark
  public void stepPlaces(Blackhole out) {
    for (int i = 0; i < posts.size(); i++) {
      out.consume(places.find(posts.get(i).text(), languageOf.get(i), PlaceHints.NONE));
    }
  }

  @Test
  void run() throws Exception {
    new Runner(
            new OptionsBuilder()
                .include(AnalysisBenchmark.class.getName() + "\\..*")
                .addProfiler(GCProfiler.class)
                .jvmArgsAppend("-Xmx1g", "-XX:ActiveProcessorCount=1")
                .build())
        .run();
  }
}

package org.groundswell.nlp.scoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import opennlp.tools.ml.maxent.GISModel;
import opennlp.tools.ml.model.Context;
import org.groundswell.nlp.text.LetterHash;
import org.groundswell.nlp.text.TextReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ModelTrainerTests {

  private static final Corpus CORPUS = new Corpus(new TextReader());

  @TempDir private Path folder;

  @Test
  void trainsTheSameBytesTwice() throws IOException {
    List<LabelledPost> posts = someOfTheCorpus();

    ModelTrainer.train(posts).write(folder.resolve("first"));
    ModelTrainer.train(posts).write(folder.resolve("second"));

    for (String file : List.of("unrest.bin", "kind.bin", "scoring.properties")) {
      assertThat(folder.resolve("first").resolve(file))
          .hasSameBinaryContentAs(folder.resolve("second").resolve(file));
    }
  }

  @Test
  void changesTheVersionWithTheCorpus() throws IOException {
    List<LabelledPost> posts = someOfTheCorpus();

    String version = ModelTrainer.train(posts).version();

    assertThat(version).matches("\\d{4}\\.\\d{2}-[0-9a-f]{8}");
    assertThat(ModelTrainer.train(posts.subList(1, posts.size())).version()).isNotEqualTo(version);
  }

  /** OpenNLP's evaluation of a maximum-entropy model with the same weights. */
  @Test
  void weighsAsOpenNlpDoes() throws IOException {
    List<LabelledPost> posts =
        someOfTheCorpus().stream().filter(LabelledPost::unrest).limit(100).toList();
    LinearModel ours = ModelTrainer.trainKind(posts);

    for (LabelledPost post : posts) {
      double[] scores = ours.scores(post.features(), post.language());
      double[] theirs = opennlp(ours, post).eval(names(post));
      for (int i = 1; i < theirs.length; i++) {
        assertThat(scores[i] - scores[0]).isCloseTo(Math.log(theirs[i] / theirs[0]), within(1e-3));
      }
    }
  }

  private static GISModel opennlp(LinearModel ours, LabelledPost post) {
    int[] outcomes = IntStream.range(0, ours.outcomes().size()).toArray();
    Context[] weights =
        features(post)
            .mapToObj(feature -> new Context(outcomes, ours.weights(feature)))
            .toArray(Context[]::new);
    return new GISModel(weights, names(post), ours.outcomes().toArray(String[]::new));
  }

  private static LongStream features(LabelledPost post) {
    long language = LetterHash.of(post.language());
    return Arrays.stream(post.features())
        .flatMap(feature -> LongStream.of(feature, LinearModel.tagged(feature, language)));
  }

  private static String[] names(LabelledPost post) {
    return features(post).mapToObj(Long::toString).toArray(String[]::new);
  }

  private static List<LabelledPost> someOfTheCorpus() throws IOException {
    return LinearTrainer.fold(CORPUS.read(Path.of("corpus")), 20, 0, true);
  }

  @Test
  void refusesAFileWithoutLabel() throws IOException {
    Files.createDirectories(folder.resolve("en"));
    Files.writeString(folder.resolve("en/RIOTS.txt"), "cars are burning\n");

    assertThatIllegalArgumentException()
        .isThrownBy(() -> CORPUS.read(folder))
        .withMessageContaining("RIOTS");
  }
}

package org.groundswell.nlp.scoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import opennlp.tools.ml.model.AbstractModel;
import org.groundswell.nlp.scoring.LinearTrainer.Example;
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

  /** Scores and probabilities are those of OpenNLP's own evaluation of its model. */
  @Test
  void weighsAsOpenNlpDoes() throws IOException {
    List<Example> examples =
        someOfTheCorpus().stream()
            .map(post -> new Example(label(post), post.features(), post.language()))
            .toList();
    AbstractModel opennlp = LinearTrainer.fit(examples, 1);
    LinearModel ours = LinearTrainer.compact(opennlp);

    for (Example example : examples.subList(0, 200)) {
      double[] theirs = opennlp.eval(LinearTrainer.names(example.features(), example.language()));
      double[] scores = ours.scores(example.features(), example.language());
      for (int i = 1; i < theirs.length; i++) {
        assertThat(scores[i] - scores[0]).isCloseTo(Math.log(theirs[i] / theirs[0]), within(1e-3));
      }
    }
  }

  private static String label(LabelledPost post) {
    return String.valueOf(post.kind());
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

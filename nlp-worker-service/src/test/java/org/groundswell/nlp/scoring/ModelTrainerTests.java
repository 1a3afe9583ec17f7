package org.groundswell.nlp.scoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.groundswell.nlp.text.TextReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ModelTrainerTests {

  private static final Corpus CORPUS = new Corpus(new TextReader());

  @TempDir private Path folder;

  @Test
  void trainsTheSameBytesTwice() throws IOException {
    List<LabelledPost> posts = CORPUS.read(Path.of("corpus"));

    ModelTrainer.train(posts).write(folder.resolve("first"));
    ModelTrainer.train(posts).write(folder.resolve("second"));

    for (String file : List.of("unrest.bin", "kind.bin", "scoring.properties")) {
      assertThat(folder.resolve("first").resolve(file))
          .hasSameBinaryContentAs(folder.resolve("second").resolve(file))
          .hasSameBinaryContentAs(Path.of("target/classes/models").resolve(file));
    }
  }

  @Test
  void changesTheVersionWithTheCorpus() throws IOException {
    List<LabelledPost> posts = CORPUS.read(Path.of("corpus"));

    String version = ModelTrainer.train(posts).version();

    assertThat(version).matches("\\d{4}\\.\\d{2}-[0-9a-f]{8}");
    assertThat(ModelTrainer.train(posts.subList(1, posts.size())).version()).isNotEqualTo(version);
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

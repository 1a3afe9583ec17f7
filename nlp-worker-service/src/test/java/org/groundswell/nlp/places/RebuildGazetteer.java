package org.groundswell.nlp.places;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/**
 * Makes the shipped gazetteer anew, by the command in {@code gazetteer/README.md}. Runs only when
 * asked for by name.
 */
class RebuildGazetteer {

  private static final Path FILE =
      Path.of("src/main/resources/org/groundswell/nlp/places", GazetteerReader.RESOURCE);

  @Test
  void writesTheGazetteer() throws IOException {
    String folder = System.getProperty("gazetteer.sources", "");
    assumeTrue(!folder.isEmpty(), "say where the packages lie: -Dgazetteer.sources=FOLDER");
    var sources = new GazetteerSources(Path.of(folder));

    try (var file = Files.newOutputStream(FILE)) {
      GazetteerWriter.write(
          new GazetteerBuilder(sources, new HandWritten(Path.of("gazetteer"))).build(), file);
    }

    try (var file = Files.newInputStream(FILE)) {
      assertThat(GazetteerReader.read(file).size()).isGreaterThan(190_000);
    }
  }
}

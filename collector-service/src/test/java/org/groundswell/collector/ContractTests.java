package org.groundswell.collector;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ContractTests {

  @ParameterizedTest
  @MethodSource("samples")
  void samplesKeepTheirSchema(Path sample) throws IOException {
    String topic = sample.getParent().getParent().getFileName().toString();
    Contract.of(topic).assertKept(Files.readString(sample));
  }

  static List<Path> samples() throws IOException {
    try (Stream<Path> files = Files.walk(Path.of("contracts"))) {
      return files
          .filter(Files::isRegularFile)
          .filter(file -> file.getParent().endsWith("samples"))
          .toList();
    }
  }
}

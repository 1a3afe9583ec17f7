package org.groundswell.quickstart.progress;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SignalLevelTests {

  private static final Path SAMPLES =
      Path.of("../nlp-worker-service/contracts/groundswell.signals/samples");

  @ParameterizedTest
  @CsvSource({"signal-town.json, true", "signal-country.json, false", "watermark.json, false"})
  void readsEachShapeOfTheContract(String sample, boolean own) throws IOException {
    assertThat(SignalLevel.isOfItsOwnPlace(Files.readAllBytes(SAMPLES.resolve(sample))))
        .isEqualTo(own);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"scope\":\"TOWN\",\"place\":{\"level\":\"TOWN\"}} | true",
        "{\"place\":{\"admin1\":{\"level\":\"X\"},\"level\":\"ADMIN1\"},\"scope\":\"ADMIN1\"} | true",
        "{\"place\":{\"level\":\"TOWN\"},\"scope\":\"COUNTRY\"} | false",
        "{\"scope\":\"TOWN\"} | false",
        "[] | false",
        "nonsense | false"
      })
  void findsBothFieldsInAnyOrder(String signal, boolean own) {
    assertThat(SignalLevel.isOfItsOwnPlace(signal.getBytes(StandardCharsets.UTF_8))).isEqualTo(own);
  }

  @Test
  void countsNoSignalWithoutAValue() {
    assertThat(SignalLevel.isOfItsOwnPlace(null)).isFalse();
  }
}

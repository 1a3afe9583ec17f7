package org.groundswell.dashboard.commands;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.groundswell.dashboard.problems.BadField;
import org.groundswell.dashboard.problems.Refused;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RemarkBodyTests {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{}                                        |            |",
        "{`by`:null,`text`:null}                   |            |",
        "{`by`:` night desk `}                     | night desk |",
        "{`text`:`Ünbestätigt \\ud83d\\ude00`}      |            | Ünbestätigt 😀",
        "{`text`:`one\\r\\ntwo\\n`,`by`:`desk`}     | desk       | one\\ntwo",
      })
  void readsWhatIsSaid(String body, String by, String text) throws IOException {
    Remark remark = read(body.replace('`', '"'));

    assertThat(remark.by()).isEqualTo(by);
    assertThat(remark.text()).isEqualTo(text == null ? null : text.replace("\\n", "\n"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "nothing                       | body",
        "[]                            | body",
        "`text`                        | body",
        "{`text`:`a`} {}               | body",
        "{`text`:`a`,`text`:`b`}       | body",
        "{`text`:`a`,`alert`:`b`}      | alert",
        "{`text`:7}                    | text",
        "{`text`:[`a`]}                | text",
        "{`text`:``}                   | text",
        "{`text`:`  `}                 | text",
        "{`text`:`a\\u0000b`}           | text",
        "{`text`:`a\\tb`}               | text",
        "{`text`:`a\\u009bb`}           | text",
        "{`text`:`a\\ud800`}            | text",
        "{`by`:`a\\nb`}                 | by",
        "{`by`:``}                     | by",
        "{`by`:true}                   | by",
      })
  void refusesAnythingElse(String body, String field) {
    assertThatExceptionOfType(BadField.class)
        .isThrownBy(() -> read(body.replace('`', '"')))
        .withMessageStartingWith(field + " must be");
  }

  @Test
  void countsCharactersAndNotTheirHalves() throws IOException {
    assertThat(read("{\"text\":\"" + "😀".repeat(2000) + "\"}").text()).hasSize(4000);
    assertThat(read("{\"by\":\"" + "ü".repeat(100) + "\"}").by()).hasSize(100);
    assertThatExceptionOfType(BadField.class)
        .isThrownBy(() -> read("{\"text\":\"" + "a".repeat(2001) + "\"}"));
    assertThatExceptionOfType(BadField.class)
        .isThrownBy(() -> read("{\"by\":\"" + "a".repeat(101) + "\"}"));
  }

  @Test
  void takesTheLongestTextWithEverythingEscaped() throws IOException {
    assertThat(read("{\"text\":\"" + "\\ud83d\\ude00".repeat(2000) + "\"}").text()).hasSize(4000);
  }

  @Test
  void readsNoMoreThanItsLimit() {
    var endless = new ByteArrayInputStream(new byte[10 * RemarkBody.LARGEST]);

    assertThatExceptionOfType(Refused.class)
        .isThrownBy(() -> RemarkBody.read(endless))
        .matches(refused -> refused.getStatusCode().value() == 413);
    assertThat(endless.available()).isEqualTo(9 * RemarkBody.LARGEST - 1);
  }

  private static Remark read(String body) throws IOException {
    return RemarkBody.read(new ByteArrayInputStream(body.getBytes(StandardCharsets.UTF_8)));
  }
}

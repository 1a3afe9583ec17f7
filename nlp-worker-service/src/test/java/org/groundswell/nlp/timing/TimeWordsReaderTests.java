package org.groundswell.nlp.timing;

import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.StringReader;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TimeWordsReaderTests {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          tomorrow                 | 'tomorrow' has no '='
          mouth.may = May          | 'mouth' is no Kind
          month.mai = Mai          | 'mai' is no Month
          month = May              | 'MONTH' needs a value after a dot
          weekend.1 = weekend      | 'WEEKEND' takes no value
          cue.soon = soon          | 'soon' is no Cue
          relative-day.x = x       | 'x' is no number
          relative-day.30 = x      | 30 is not within -7 and 7
          day-of-year.05-32 = x    | '05-32' is no month and day as in 05-01
          clock = eleven           | 'eleven' is no HourCount
          cue.now = in $none       | no list 'none'
          cue.now = now?           | 'now?' may be empty
          cue.now = now &          | '&' is no word
          """)
  void namesFileAndLineOfWhatItCannotRead(String line, String reason) {
    var words = new StringReader("# Words\n\n" + line + "\n");

    assertThatExceptionOfType(MalformedTimeWords.class)
        .isThrownBy(() -> TimeWordsReader.read("en.txt", words))
        .withMessage("en.txt, line 3: " + reason);
  }
}

package org.groundswell.nlp.language;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import opennlp.tools.langdetect.DefaultLanguageDetectorContextGenerator;
import opennlp.tools.ml.model.AbstractModel;
import org.groundswell.nlp.text.TextReader;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LanguageModelTests {

  private static final TextReader READER = new TextReader();
  private static final DefaultLanguageDetectorContextGenerator RUNS =
      new DefaultLanguageDetectorContextGenerator(1, LanguageModel.LONGEST_RUN);

  /** A logarithm of odds beyond it is too near to the end of a double to be compared. */
  private static final double COMPARABLE = 500;

  private static AbstractModel opennlp;

  @TempDir private Path folder;

  @BeforeAll
  static void open() throws IOException {
    opennlp = LanguageModelTrimmer.open();
  }

  /** The odds between any two of the languages are those of OpenNLP's own evaluation. */
  @Test
  void sumsUpAsOpenNlpDoes() throws IOException {
    LanguageModel ours = LanguageModel.load(LanguageModel.FILE);
    int[] outcomes = outcomes(LanguageDetector.LATIN.values().stream().toList());
    int compared = 0;

    for (String words : someOfTheCorpus()) {
      double[] theirs = opennlp.eval(runs(words));
      double[] scores = ours.scores(words);
      for (int i = 1; i < scores.length; i++) {
        double odds = Math.log(theirs[outcomes[i]] / theirs[outcomes[0]]);
        if (Math.abs(odds) < COMPARABLE) {
          assertThat(scores[i] - scores[0]).as(words).isCloseTo(odds, within(1e-3));
          compared++;
        }
      }
    }
    assertThat(compared).isGreaterThan(5_000);
  }

  @Test
  void sumsUpTheLanguagesOfHintsOnTheSameScale() {
    LanguageModel wide = LanguageModel.load(LanguageModel.WIDE_FILE);
    List<String> iso = new ArrayList<>(LanguageDetector.LATIN.values());
    iso.addAll(LanguageDetector.OTHER_LATIN.values());
    assertThat(wide.languages()).hasSameSizeAs(iso);
    int[] outcomes = outcomes(List.of("nld", "deu"));
    int dutch = wide.languages().indexOf("nl");
    int german = wide.languages().indexOf("de");

    for (String words :
        List.of(" duizenden mensen lopen door de stad ", " wat een weer ", " ja ")) {
      double[] theirs = opennlp.eval(runs(words));
      double[] scores = wide.scores(words);

      assertThat(scores[dutch] - scores[german])
          .isCloseTo(Math.log(theirs[outcomes[0]] / theirs[outcomes[1]]), within(1e-3));
    }
  }

  @Test
  void countsARunOnce() {
    LanguageModel model = LanguageModel.load(LanguageModel.FILE);

    assertThat(model.scores(" ja ja ja ja ")).isEqualTo(model.scores(" ja ja "));
  }

  @Test
  void readsNoMoreOfALongText() {
    LanguageModel model = LanguageModel.load(LanguageModel.FILE);
    String longest = " ab cd".repeat(100).substring(0, LanguageModel.MAX_LENGTH);

    assertThat(model.scores(longest + " und so weiter ")).isEqualTo(model.scores(longest));
  }

  @Test
  void says0OfATextWithoutKnownRuns() {
    assertThat(LanguageModel.load(LanguageModel.FILE).scores("")).containsOnly(0);
  }

  @Test
  void tellsRunsApartThatBeginAlike() {
    assertThat(Stream.of("a", "aa", "aaa", " a", "a ", "ab", "ba").map(LanguageModel::pack))
        .doesNotHaveDuplicates()
        .doesNotContain(0L);
  }

  @Test
  void isTrimmedToTheSameBytesTwice() throws IOException {
    Path first = folder.resolve("first");
    Path second = folder.resolve("second");

    LanguageModelTrimmer.main(new String[] {first.toString()});
    LanguageModelTrimmer.main(new String[] {second.toString()});

    for (String file : List.of(LanguageModel.FILE, LanguageModel.WIDE_FILE)) {
      assertThat(first.resolve(file))
          .hasSameBinaryContentAs(second.resolve(file))
          .hasSameBinaryContentAs(Path.of("target/classes/models", file));
    }
  }

  private static String[] runs(String words) {
    CharSequence[] runs = RUNS.getContext(words);
    return Arrays.stream(runs).map(CharSequence::toString).toArray(String[]::new);
  }

  private static int[] outcomes(List<String> languages) {
    List<String> all = new ArrayList<>();
    for (int i = 0; i < opennlp.getNumOutcomes(); i++) {
      all.add(opennlp.getOutcome(i));
    }
    return languages.stream().mapToInt(all::indexOf).toArray();
  }

  /** Every twentieth post of each language of the Latin script, as the detector reads it. */
  private static List<String> someOfTheCorpus() throws IOException {
    var some = new ArrayList<String>();
    for (String language : LanguageDetector.LATIN.keySet()) {
      try (Stream<Path> files = Files.list(Path.of("corpus", language))) {
        List<String> lines = new ArrayList<>();
        for (Path file : files.sorted().toList()) {
          lines.addAll(Files.readAllLines(file));
        }
        for (int i = 0; i < lines.size(); i += 20) {
          String words = LanguageDetector.words(READER.read(lines.get(i)).clean()).toString();
          some.add(words.substring(0, Math.min(words.length(), LanguageModel.MAX_LENGTH)));
        }
      }
    }
    return some;
  }
}

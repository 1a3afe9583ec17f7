package org.groundswell.nlp.language;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import opennlp.tools.ml.model.AbstractModel;
import opennlp.tools.ml.model.Context;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The trimmed model beside the one that OpenNLP publishes. */
class LanguageModelTests {

  private static final LanguageModel TRIMMED = LanguageModel.load(LanguageModel.FILE);

  @TempDir private Path folder;

  @Test
  @SuppressWarnings("unchecked")
  void addsUpTheWeightsThatOpenNlpsModelHas() throws IOException {
    AbstractModel whole = LanguageModelTrimmer.open();
    var contexts = (Map<String, Context>) whole.getDataStructures()[1];
    List<String> outcomes = List.of((String[]) whole.getDataStructures()[2]);

    for (String line : Files.readAllLines(Path.of("corpus/it/NONE.news.txt")).subList(0, 20)) {
      String text =
          " " + line.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}']+", " ").strip() + " ";
      String start = text.substring(0, Math.min(300, text.length()));

      double[] sums = TRIMMED.scores(start);

      for (int i = 0; i < sums.length; i++) {
        String iso = LanguageDetector.LATIN.get(TRIMMED.languages().get(i));
        int outcome = outcomes.indexOf(iso);
        assertThat(sums[i]).as(iso).isCloseTo(sum(start, outcome, contexts), within(0.01));
      }
    }
  }

  @Test
  void isTheSameInEveryBuild() throws IOException {
    LanguageModelTrimmer.main(new String[] {folder.toString()});

    for (String file : List.of(LanguageModel.FILE, LanguageModel.WIDE_FILE)) {
      assertThat(folder.resolve(file))
          .hasSameBinaryContentAs(Path.of("target/classes/models").resolve(file));
    }
  }

  private static double sum(String text, int outcome, Map<String, Context> contexts) {
    double sum = 0;
    for (String run : runs(text)) {
      Context context = contexts.get(run);
      for (int i = 0; context != null && i < context.getOutcomes().length; i++) {
        sum += context.getOutcomes()[i] == outcome ? context.getParameters()[i] : 0;
      }
    }
    return sum;
  }

  private static List<String> runs(String text) {
    var runs = new ArrayList<String>();
    for (int length = 1; length <= LanguageModel.LONGEST_RUN; length++) {
      for (int start = 0; start + length <= text.length(); start++) {
        runs.add(text.substring(start, start + length));
      }
    }
    return runs;
  }
}

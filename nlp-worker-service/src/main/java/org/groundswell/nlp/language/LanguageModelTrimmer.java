package org.groundswell.nlp.language;

import java.io.BufferedOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import opennlp.tools.langdetect.LanguageDetectorModel;
import opennlp.tools.ml.model.AbstractModel;
import opennlp.tools.ml.model.Context;

/**
 * Copies from OpenNLP's language model what is needed to tell the languages of the Latin script
 * apart; the build runs it after compilation.
 *
 * <p>Reading the whole model would take half of a second of each start and ten megabytes.
 */
final class LanguageModelTrimmer {

  /** The model in {@code org.apache.opennlp:opennlp-models-langdetect}, Apache-2.0. */
  static final String MODEL = "/langdetect-183.bin";

  /** Where the model's data structures hold the weights by run, and the languages. */
  private static final int WEIGHTS = 1;

  private static final int LANGUAGES = 2;

  private LanguageModelTrimmer() {}

  /**
   * Writes {@value LanguageModel#FILE} and {@value LanguageModel#WIDE_FILE}.
   *
   * @param args the folder of models
   */
  public static void main(String[] args) throws IOException {
    if (args.length != 1) {
      throw new IllegalArgumentException("usage: LanguageModelTrimmer <model folder>");
    }
    Path folder = Files.createDirectories(Path.of(args[0]));
    AbstractModel model = open();
    write(model, LanguageDetector.LATIN, folder.resolve(LanguageModel.FILE));
    var wide = new TreeMap<>(LanguageDetector.LATIN);
    wide.putAll(LanguageDetector.OTHER_LATIN);
    write(model, wide, folder.resolve(LanguageModel.WIDE_FILE));
  }

  private static void write(AbstractModel model, SortedMap<String, String> languages, Path file)
      throws IOException {
    try (var out = new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(file)))) {
      write(model, languages, out);
    }
  }

  static AbstractModel open() throws IOException {
    try (InputStream in = LanguageModelTrimmer.class.getResourceAsStream(MODEL)) {
      var model = new LanguageDetectorModel(Objects.requireNonNull(in, MODEL));
      return (AbstractModel) model.getMaxentModel();
    }
  }

  private static void write(
      AbstractModel model, SortedMap<String, String> languages, DataOutputStream out)
      throws IOException {
    Map<Long, float[]> weights = weights(model, languages);
    out.writeUTF(String.join(",", languages.keySet()));
    out.writeInt(weights.size());
    for (var run : weights.entrySet()) {
      out.writeLong(run.getKey());
      for (float weight : run.getValue()) {
        out.writeFloat(weight);
      }
    }
  }

  /** Sorted, so that every build writes the same bytes. */
  private static Map<Long, float[]> weights(AbstractModel model, SortedMap<String, String> wanted) {
    int[] languages = wanted.values().stream().mapToInt(iso -> index(model, iso)).toArray();
    var weights = new TreeMap<Long, float[]>();
    contexts(model)
        .forEach((run, context) -> {
          float[] ofRun = weights(context, languages);
          if (run.length() <= LanguageModel.LONGEST_RUN && !isZero(ofRun)) {
            weights.put(LanguageModel.pack(run), ofRun);
          }
        });
    return weights;
  }

  @SuppressWarnings("unchecked") // documented so, without the type
  private static Map<String, Context> contexts(AbstractModel model) {
    return (Map<String, Context>) model.getDataStructures()[WEIGHTS];
  }

  private static int index(AbstractModel model, String iso6393) {
    int index = Arrays.asList((String[]) model.getDataStructures()[LANGUAGES]).indexOf(iso6393);
    if (index < 0) {
      throw new IllegalArgumentException("No language " + iso6393 + " in " + MODEL);
    }
    return index;
  }

  private static float[] weights(Context context, int[] languages) {
    var weights = new float[languages.length];
    int[] outcomes = context.getOutcomes();
    for (int i = 0; i < outcomes.length; i++) {
      for (int language = 0; language < languages.length; language++) {
        if (outcomes[i] == languages[language]) {
          weights[language] = (float) context.getParameters()[i];
        }
      }
    }
    return weights;
  }

  private static boolean isZero(float[] weights) {
    for (float weight : weights) {
      if (weight != 0) {
        return false;
      }
    }
    return true;
  }
}

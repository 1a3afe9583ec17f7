package org.groundswell.nlp.language;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import opennlp.tools.langdetect.DefaultLanguageDetectorContextGenerator;
import opennlp.tools.langdetect.LanguageDetectorContextGenerator;
import opennlp.tools.langdetect.LanguageDetectorModel;
import opennlp.tools.ml.model.MaxentModel;

/**
 * OpenNLP's language model over character n-grams, asked for some languages only. Thread-safe.
 *
 * <p>It is asked past {@code LanguageDetectorME}, which normalises again what is clean already and
 * ranks all 103 languages: measured, that takes twice the time.
 */
final class LanguageModel {

  /** The model in {@code org.apache.opennlp:opennlp-models-langdetect}, Apache-2.0. */
  private static final String MODEL = "/langdetect-183.bin";

  /** More text tells nothing new. */
  private static final int MAX_LENGTH = 300;

  private final MaxentModel model;
  private final LanguageDetectorContextGenerator ngrams =
      new DefaultLanguageDetectorContextGenerator(1, 3);

  LanguageModel() {
    try (InputStream in = LanguageModel.class.getResourceAsStream(MODEL)) {
      model = new LanguageDetectorModel(Objects.requireNonNull(in, MODEL)).getMaxentModel();
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read " + MODEL, e);
    }
  }

  /**
   * Returns the number under which the model knows a language.
   *
   * @param iso6393 three letters
   * @throws IllegalArgumentException when the model does not know it
   */
  int index(String iso6393) {
    int index = model.getIndex(iso6393);
    if (index < 0) {
      throw new IllegalArgumentException("No language " + iso6393 + " in " + MODEL);
    }
    return index;
  }

  /** Returns the probability of each language, at its {@link #index}; they sum to one. */
  double[] probabilities(String text) {
    var counts = new LinkedHashMap<String, Integer>();
    String start = text.substring(0, Math.min(text.length(), MAX_LENGTH));
    for (CharSequence ngram : ngrams.getContext(start.toLowerCase(Locale.ROOT))) {
      counts.merge(ngram.toString(), 1, Integer::sum);
    }
    return model.eval(counts.keySet().toArray(String[]::new), frequencies(counts));
  }

  private static float[] frequencies(Map<String, Integer> counts) {
    var frequencies = new float[counts.size()];
    int i = 0;
    for (int count : counts.values()) {
      frequencies[i++] = count;
    }
    return frequencies;
  }
}

package org.groundswell.nlp.text;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import opennlp.tools.sentdetect.SentenceDetector;
import opennlp.tools.sentdetect.SentenceModel;
import opennlp.tools.sentdetect.ThreadSafeSentenceDetectorME;

/**
 * Cuts texts into sentences by OpenNLP's models, each of which is read when the first text of its
 * language comes. Thread-safe.
 *
 * <p>For OpenNLP's present release models of English, French and German are published. The other
 * languages end their sentences with the same marks and are cut by the English one; Arabic's own
 * marks are put in the place of those first.
 */
final class Sentences {

  /** Models in {@code org.apache.opennlp:opennlp-models-sentdetect-*}, Apache-2.0. */
  private static final Map<String, String> MODELS =
      Map.of(
          "en", "/opennlp-en-ud-ewt-sentence-1.3-2.5.4.bin",
          "fr", "/opennlp-fr-ud-gsd-sentence-1.3-2.5.4.bin",
          "de", "/opennlp-de-ud-gsd-sentence-1.3-2.5.4.bin");

  private static final String DEFAULT = "en";

  private final Map<String, SentenceDetector> detectors = new ConcurrentHashMap<>();

  List<String> of(String clean, String language) {
    SentenceDetector detector =
        detectors.computeIfAbsent(
            MODELS.containsKey(language) ? language : DEFAULT, Sentences::load);
    var found = new ArrayList<String>();
    clean
        .replace('؟', '?')
        .replace('۔', '.')
        .lines()
        .forEach(line -> addWhole(detector.sentDetect(line), found));
    return found;
  }

  /** The models cut behind the dot of an ordinal, as in "12. Juni": such cuts are undone. */
  private static void addWhole(String[] ofLine, List<String> found) {
    boolean open = false;
    for (String sentence : ofLine) {
      found.add(open ? found.removeLast() + " " + sentence : sentence);
      open = endsInOrdinal(sentence);
    }
  }

  private static boolean endsInOrdinal(String sentence) {
    int dot = sentence.length() - 1;
    return dot > 0 && sentence.charAt(dot) == '.' && Character.isDigit(sentence.charAt(dot - 1));
  }

  private static SentenceDetector load(String language) {
    String path = Objects.requireNonNull(MODELS.get(language));
    try (InputStream model = Sentences.class.getResourceAsStream(path)) {
      return new ThreadSafeSentenceDetectorME(
          new SentenceModel(Objects.requireNonNull(model, path)));
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read " + path, e);
    }
  }
}

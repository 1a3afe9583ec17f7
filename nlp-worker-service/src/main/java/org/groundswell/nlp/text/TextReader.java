package org.groundswell.nlp.text;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import opennlp.tools.sentdetect.SentenceDetector;
import opennlp.tools.sentdetect.SentenceModel;
import opennlp.tools.sentdetect.ThreadSafeSentenceDetectorME;
import org.springframework.stereotype.Component;

/**
 * Reads the text of a post. Thread-safe.
 *
 * <p>Sentences are cut by OpenNLP's model of English, whichever the language: English, Spanish and
 * Russian end them with the same marks, and no model of the other two is published for OpenNLP's
 * present release. A line end always ends a sentence.
 */
@Component
public class TextReader {

  /** The model in {@code org.apache.opennlp:opennlp-models-sentdetect-en}, Apache-2.0. */
  private static final String SENTENCE_MODEL = "/opennlp-en-ud-ewt-sentence-1.3-2.5.4.bin";

  private final SentenceDetector sentences;

  /** Loads the sentence model from the class path. */
  public TextReader() {
    try (InputStream model = TextReader.class.getResourceAsStream(SENTENCE_MODEL)) {
      sentences =
          new ThreadSafeSentenceDetectorME(
              new SentenceModel(Objects.requireNonNull(model, SENTENCE_MODEL)));
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read " + SENTENCE_MODEL, e);
    }
  }

  /**
   * Makes a text ready for analysis.
   *
   * @param original any text, also an empty one
   */
  public PostText read(String original) {
    String tagged = TextCleaner.clean(original);
    String clean = Hashtags.split(tagged);
    return new PostText(
        original,
        clean,
        sentences(clean),
        PostTokenizer.tokenize(tagged),
        TextCleaner.isRepost(original));
  }

  private List<String> sentences(String clean) {
    var found = new ArrayList<String>();
    clean.lines().forEach(line -> Collections.addAll(found, sentences.sentDetect(line)));
    return found;
  }
}
